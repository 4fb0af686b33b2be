/** How every SARIF log begins. The results come first: they are written as they come, and what is known at the end follows. */
export const SARIF_HEAD =
  '{"$schema":"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json","version":"2.1.0","runs":[{"results":['
