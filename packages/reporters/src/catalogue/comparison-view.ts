import type { RuleChange } from '@gouji/core'
import { type Lang, say } from '../message/lang.js'
import { REPORT_VERDICT } from '../message/words.js'
import type { ComparisonRecord } from '../record/to-comparison-record.js'
import { findingsText, tallyRules, verdictsText } from './rule-tally.js'

/** What two packs say differently of reports, in words. */
export interface ComparisonView {
  /** How many reports, and how many of them changed in which way. */
  readonly totals: readonly string[]
  readonly rules: readonly ComparedRule[]
  readonly reports: readonly ReportView[]
}

export interface ComparedRule {
  readonly id: string
  readonly reports: string
  readonly verdicts: string
  readonly findings: string
}

/** A report of which something else is said, and the rules through which. */
export interface ReportView {
  readonly path: string
  readonly verdict: string
  readonly rules: readonly ComparedRule[]
}

/** Reports of which both packs say the same are only counted. */
export const comparisonView = (records: readonly ComparisonRecord[], failures: number, lang: Lang): ComparisonView => {
  const judged = records.filter(isJudgedByBoth)
  const told = records.filter(
    (record) => isVerdictChanged(record) || (isJudgedByBoth(record) && isMoreThanQuiet(record)),
  )
  return {
    totals: totalsOf(records, told, failures, lang),
    rules: ruleViews(judged, true, lang),
    reports: told.map((record) => ({
      path: record.path,
      verdict: verdictText(record, lang),
      rules: isJudgedByBoth(record)
        ? ruleViews([{ ...record, rules: record.rules.filter((rule) => !isQuiet(rule)) }], false, lang)
        : [],
    })),
  }
}

/** Where only one pack judged, every one of its rules would count as a change. */
const isJudgedByBoth = ({ pack }: ComparisonRecord): boolean => pack.from !== null && pack.to !== null

/** A verdict differs, too, from there being none. */
const isVerdictChanged = ({ verdict, pack }: ComparisonRecord): boolean =>
  verdict.from !== verdict.to || (pack.from === null) !== (pack.to === null)

/** Whether more happened than that a rule which only one pack has found nothing. */
const isMoreThanQuiet = ({ rules, findings }: ComparisonRecord): boolean =>
  findings.added.length + findings.gone.length > 0 || !rules.every(isQuiet)

const isQuiet = ({ from, to }: RuleChange): boolean => {
  const only = from === null ? to : to === null ? from : undefined
  return only === 'pass' || only === 'notApplicable'
}

const ruleViews = (records: readonly ComparisonRecord[], several: boolean, lang: Lang): ComparedRule[] =>
  tallyRules(records).map((tally) => ({
    id: tally.id,
    reports: say(lang, `${tally.reports} 份`, String(tally.reports)),
    verdicts: verdictsText(tally, several, lang),
    findings: findingsText(tally, lang),
  }))

const verdictText = ({ verdict: { from, to }, pack }: ComparisonRecord, lang: Lang): string => {
  const word = (verdict: typeof from, judge: string | null): string =>
    judge === null ? say(lang, '不在适用年度', 'year not covered') : REPORT_VERDICT[lang][verdict]
  const [before, after] = [word(from, pack.from), word(to, pack.to)]
  return before === after ? before : `${before} → ${after}`
}

const totalsOf = (
  records: readonly ComparisonRecord[],
  told: readonly ComparisonRecord[],
  failures: number,
  lang: Lang,
): string[] => {
  const counts = new Map<string, number>()
  for (const record of told.filter(isVerdictChanged)) {
    const text = verdictText(record, lang)
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  const verdicts = told.filter(isVerdictChanged).length
  const others = told.length - verdicts
  const changes = [...counts].map(([text, count]) => `${text} ${count}`).join(' · ')
  return [
    say(lang, `共 ${records.length} 份报告：`, `${records.length} report(s): `) +
      [
        say(lang, `结论改变 ${verdicts}`, `verdict changed ${verdicts}`),
        say(lang, `结论未变、结果有变 ${others}`, `same verdict, other results ${others}`),
        say(lang, `没有变化 ${records.length - told.length}`, `unchanged ${records.length - told.length}`),
        ...(failures > 0 ? [say(lang, `无法读取 ${failures}`, `unreadable ${failures}`)] : []),
      ].join(' · '),
    ...(changes === '' ? [] : [say(lang, `结论：${changes}`, `Verdicts: ${changes}`)]),
  ]
}
