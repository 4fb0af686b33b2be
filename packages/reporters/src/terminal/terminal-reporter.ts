import { inertLine } from '../message/inert-line.js'
import { addToTotals, failureLine, newTotals, noticeLine, totalsText } from '../message/run-text.js'
import type { Reporter, ReporterOptions } from '../reporter.js'
import { auditBlock } from './audit-block.js'
import { hangPlain, makePaint } from './paint.js'

/** For an auditor's eyes: each report's findings first, then counts; a total under several reports. */
export const terminalReporter = ({ lang, packs, color = false, width = 100 }: ReporterOptions): Reporter => {
  const paint = makePaint(color, width)
  const totals = newTotals()
  const text = (lines: readonly string[]): string => lines.map((line) => `${inertLine(line)}\n`).join('')
  const block = (lines: readonly string[]): string => `${text(lines)}\n`
  return {
    begin: () => '',
    audit: (record) => {
      addToTotals(totals, record)
      return block(auditBlock(record, packs, lang, paint))
    },
    failure: (failure) => block(hangPlain('', failureLine(failure, lang), paint, paint.alarm)),
    end: ({ failures, notices }) => {
      const lines = notices.flatMap(({ message }) => hangPlain('', noticeLine(message, lang), paint))
      if (totals.reports + failures > 1)
        lines.push(...hangPlain('', totalsText(totals, failures, lang), paint, paint.strong))
      return text(lines)
    },
  }
}
