import type { AuditRecord } from '@gouji/core'
import { noticeTexts } from '../message/document-notice-text.js'
import { type Lang, say } from '../message/lang.js'
import { noticeLine } from '../message/run-text.js'
import { BASELINE } from '../message/words.js'
import { type Failing, isBlocking } from '../record/is-blocking.js'
import { findingLines } from './test-case.js'

/** What is told of a report beside its test cases: notices, findings that do not fail it, waived ones with who let them be, and those that are gone. */
export const toldLines = (record: AuditRecord, failing: Failing, lang: Lang): readonly string[] => [
  ...noticeTexts(record.notices, lang).map((text) => noticeLine(text, lang)),
  ...record.findings
    .filter((finding) => record.verdict !== 'fail' || !isBlocking(finding, failing))
    .flatMap((finding) => {
      const { waiver, baseline, ruleId } = finding
      const [line = '', ...others] = findingLines(finding, lang)
      const state = baseline === undefined ? '' : `${BASELINE[lang][baseline]} · `
      const waived =
        waiver === undefined
          ? []
          : [
              say(
                lang,
                `已豁免：${waiver.reason}（批准人 ${waiver.approver}，至 ${waiver.expires}）`,
                `waived: ${waiver.reason} (by ${waiver.approver}, until ${waiver.expires})`,
              ),
            ]
      return [`${state}${line}  ${ruleId}`, ...others, ...waived]
    }),
  ...(record.gone ?? []).map(({ message, ruleId }) => `${BASELINE[lang].gone} · ${message}  ${ruleId}`),
]
