import { say } from '../message/lang.js'
import type { Reporter, ReporterOptions } from '../reporter.js'
import { auditRows } from './audit-rows.js'
import { COLUMNS, valuesOf } from './columns.js'
import { csvRow } from './csv-row.js'

/** A table for a spreadsheet: a row for each finding, for what hindered an audit, and for a report of which there is nothing else to say. */
export const csvReporter = ({ lang, packs }: ReporterOptions): Reporter => {
  const rowsOf = auditRows(packs, lang)
  return {
    // Without the mark a spreadsheet takes UTF-8 for the system's encoding.
    begin: () => `\ufeff${csvRow(Object.values(COLUMNS).map(([zh, en]) => say(lang, zh, en)))}`,
    audit: (record) =>
      rowsOf(record)
        .map((row) => csvRow(valuesOf(row)))
        .join(''),
    failure: ({ path, message, place }) =>
      csvRow(valuesOf({ path, level: say(lang, '无法读取', 'unreadable'), message, line: place?.line })),
    end: ({ notices }) =>
      notices.map(({ message }) => csvRow(valuesOf({ level: say(lang, '注意', 'notice'), message }))).join(''),
  }
}
