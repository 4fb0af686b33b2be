import { type Failure, statusOf } from '@gouji/core'
import { templates } from '../generated/templates.js'
import { say } from '../message/lang.js'
import { addToTotals, newTotals, totalsText } from '../message/run-text.js'
import { yearsText } from '../message/selection-text.js'
import { STATUS } from '../message/words.js'
import type { Reporter, ReporterOptions } from '../reporter.js'
import { auditView } from './audit-view.js'
import { escapeView } from './escape-markdown.js'
import { labelsOf } from './labels.js'

/** A Markdown document: a section for each report, then the total and what could not be read. */
export const markdownReporter = ({ lang, tool, asOf, packs }: ReporterOptions): Reporter => {
  const labels = labelsOf(lang)
  const totals = newTotals()
  const failed: Failure[] = []
  return {
    begin: () =>
      templates.begin({
        labels,
        ...escapeView({
          tool: `${tool.name} ${tool.version}`,
          asOf,
          packs: packs.map(
            (pack) =>
              `${pack.name} ${pack.version}` +
              say(
                lang,
                `（${pack.edition}格式，${yearsText(pack)} 年度，${STATUS.zh[statusOf(pack, asOf)]}）`,
                ` (${pack.edition}, report years ${yearsText(pack)}, ${STATUS.en[statusOf(pack, asOf)]})`,
              ),
          ),
        }),
      }),
    audit: (record) => {
      addToTotals(totals, record)
      return templates.audit({ labels, ...escapeView(auditView(record, packs, lang)) })
    },
    failure: (failure) => {
      failed.push(failure)
      return ''
    },
    end: ({ failures, notices }) =>
      templates.end({
        labels,
        ...escapeView({
          total: totals.reports + failures > 1 ? totalsText(totals, failures, lang) : '',
          failures: failed.map(({ path, message }) => ({ path, message })),
          notices: notices.map(({ message }) => message),
        }),
      }),
  }
}
