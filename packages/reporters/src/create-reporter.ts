import { jsonReporter } from './json/json-reporter.js'
import type { Reporter, ReporterOptions } from './reporter.js'
import { terminalReporter } from './terminal/terminal-reporter.js'

/** The formats that a run can be reported in. */
export const FORMATS = ['terminal', 'json', 'markdown'] as const

export type Format = (typeof FORMATS)[number]

/** A reporter of the format. Templates are loaded only where they are needed. */
export const createReporter = async (format: Format, options: ReporterOptions): Promise<Reporter> => {
  switch (format) {
    case 'terminal':
      return terminalReporter(options)
    case 'json':
      return jsonReporter(options)
    case 'markdown':
      return (await import('./markdown/markdown-reporter.js')).markdownReporter(options)
    default:
      throw new RangeError(`there is no format ${format satisfies never}`)
  }
}
