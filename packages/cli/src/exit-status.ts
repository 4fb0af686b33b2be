/** What a run's exit status says. The highest of a run wins. */
export const EXIT = {
  /** Nothing at or above the failing severity. */
  clean: 0,
  /** Findings, or an audit that could not be completed. */
  findings: 1,
  /** Usage, config, pack or input that cannot be read. */
  unusable: 2,
  /** Something broke inside, or a result could not be written. */
  broken: 3,
} as const

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT]

export const worse = (a: ExitStatus, b: ExitStatus): ExitStatus => (a > b ? a : b)
