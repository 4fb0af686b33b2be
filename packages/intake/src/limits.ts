/** How much a document may hold: past any of these it is refused, before the memory or the time is spent on it. */
export interface Limits {
  /** Of the file. */
  readonly bytes: number
  /** Of all that its archive holds, unpacked. */
  readonly unpackedBytes: number
  /** Paragraphs, cells and elements, each counted once. */
  readonly elements: number
  /** Of elements or tables in one another. */
  readonly depth: number
  readonly pages: number
}

const MEBIBYTE = 1024 * 1024

export const LIMITS: Limits = {
  bytes: 64 * MEBIBYTE,
  unpackedBytes: 256 * MEBIBYTE,
  elements: 1_000_000,
  depth: 400,
  pages: 2000,
}
