import { jsonReporter } from './json/json-reporter.js'
import type { Reporter, ReporterOptions } from './reporter.js'
import { terminalReporter } from './terminal/terminal-reporter.js'

/** The formats that a catalogue of rules or packs can be shown in, and a run too. */
export const CATALOGUE_FORMATS = ['terminal', 'json', 'markdown'] as const

export type CatalogueFormat = (typeof CATALOGUE_FORMATS)[number]

/** The formats that a run can be reported in. */
export const FORMATS = [
  ...CATALOGUE_FORMATS,
  'csv',
  'ndjson',
  'sarif',
  'sarif-github',
  'junit',
  'github',
  'gitlab',
] as const

export type Format = (typeof FORMATS)[number]

/** A reporter of the format. Those that an audit seldom needs are loaded when they are asked for. */
export const createReporter = async (format: Format, options: ReporterOptions): Promise<Reporter> => {
  switch (format) {
    case 'terminal':
      return terminalReporter(options)
    case 'json':
      return jsonReporter(options)
    case 'markdown':
      return (await import('./markdown/markdown-reporter.js')).markdownReporter(options)
    case 'csv':
      return (await import('./csv/csv-reporter.js')).csvReporter(options)
    case 'ndjson':
      return (await import('./ndjson/ndjson-reporter.js')).ndjsonReporter(options)
    case 'sarif':
      return (await import('./sarif/sarif-reporter.js')).sarifReporter(options)
    case 'sarif-github':
      return (await import('./sarif-github/sarif-github-reporter.js')).sarifGithubReporter(options)
    case 'junit':
      return (await import('./junit/junit-reporter.js')).junitReporter(options)
    case 'github':
      return (await import('./github/github-reporter.js')).githubReporter(options)
    case 'gitlab':
      return (await import('./gitlab/gitlab-reporter.js')).gitlabReporter(options)
    default:
      throw new RangeError(`there is no format ${format satisfies never}`)
  }
}
