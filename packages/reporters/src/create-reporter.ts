import type { Reporter, ReporterOptions } from './reporter.js'

/** The formats that a run can be reported in. */
export const FORMATS = ['terminal', 'json', 'markdown'] as const

export type Format = (typeof FORMATS)[number]

/** A reporter of the format, its module loaded only now. */
export const createReporter = async (format: Format, options: ReporterOptions): Promise<Reporter> => {
  switch (format) {
    case 'terminal':
      return (await import('./terminal/terminal-reporter.js')).terminalReporter(options)
    case 'json':
      return (await import('./json/json-reporter.js')).jsonReporter(options)
    case 'markdown':
      return (await import('./markdown/markdown-reporter.js')).markdownReporter(options)
    default:
      throw new RangeError(`there is no format ${format satisfies never}`)
  }
}
