import type { AuditRecord, Body, Pack } from '@gouji/core'
import { type Lang, say } from './lang.js'
import { reasonsText } from './reasons-text.js'
import { KIND, RANK, RULE_VERDICT, RULE_VERDICTS, SEVERITIES, SEVERITY } from './words.js'

const YEAR_FROM: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  given: { zh: '由命令指定', en: 'as given' },
  period: { zh: '据统计期限', en: 'by the period stated' },
  title: { zh: '据报告名称', en: 'by the title' },
  published: { zh: '据公布日期', en: 'by the day of publication' },
}

/** What was audited, and by which pack and why. */
export const subjectText = (record: AuditRecord, pack: Pack | undefined, lang: Lang): string => {
  const year = yearText(record, lang) || say(lang, '年度不明', 'year unknown')
  const lead = record.pack === null ? '' : say(lang, '规则包 ', 'pack ')
  return [bodyText(record.body, lang), year, lead + packText(record, pack, lang)].join(' · ')
}

/** The report year and what it was taken from; empty where it is not known. */
export const yearText = ({ year, yearFrom = '' }: AuditRecord, lang: Lang): string => {
  if (year === null) return ''
  const from = YEAR_FROM[yearFrom]?.[lang]
  return say(lang, `${year} 年度`, `${year}`) + (from ? say(lang, `（${from}）`, ` (${from})`) : '')
}

/** The body, with its kind and rank as far as they are known. */
export const bodyText = ({ name, kind = 'unknown', rank = 'unknown' }: Body, lang: Lang): string => {
  const traits = [kind === 'unknown' ? '' : KIND[lang][kind], rank === 'unknown' ? '' : RANK[lang][rank]].filter(
    Boolean,
  )
  return (
    (name || say(lang, '机关名称不明', 'body unknown')) +
    (traits.length > 0 ? say(lang, `（${traits.join('，')}）`, ` (${traits.join(', ')})`) : '')
  )
}

/** The pack that judged, and why it did. */
export const packText = (record: AuditRecord, pack: Pack | undefined, lang: Lang): string => {
  if (record.pack === null) return say(lang, '没有适用的规则包', 'no pack')
  const version = pack ? ` ${pack.version}` : ''
  const edition = pack ? say(lang, `${pack.edition}格式，`, `${pack.edition}, `) : ''
  return say(
    lang,
    `${record.pack}${version}（${edition}按${record.selectedBy.replace(/(\d)$/, '$1 ')}选用）`,
    `${record.pack}${version} (${edition}chosen by ${record.selectedBy})`,
  )
}

/** How many findings of each severity; how many rules came to each verdict. */
export const countsTexts = ({ counts }: AuditRecord, lang: Lang): readonly [findings: string, rules: string] => {
  const findings = SEVERITIES.map((severity) => `${SEVERITY[lang][severity]} ${counts.findings[severity]}`)
  const rules = RULE_VERDICTS.filter((verdict) => verdict !== 'broken' || counts.rules.broken > 0).map(
    (verdict) => `${RULE_VERDICT[lang][verdict]} ${counts.rules[verdict]}`,
  )
  return [findings.join(' · '), say(lang, '规则：', 'rules: ') + rules.join(' · ')]
}

/** Why an audit is incomplete; empty where it is not. */
export const unfinishedText = (record: AuditRecord, lang: Lang): string => {
  if (record.pack === null) return record.selectedBy
  if (record.verdict !== 'incomplete') return ''
  const rules = new Set(record.rules.filter(({ checks }) => checks.notAssessable).map(({ id }) => id))
  const hindered = (record.incompleteBecause ?? []).length > 0
  const broken = record.counts.rules.broken
  return [
    hindered
      ? say(
          lang,
          `数据缺失或读不出，${rules.size} 条规则没有审完（见上“无法判断”）`,
          `data is missing or unreadable: ${rules.size} rule(s) could not be judged in full (see above)`,
        )
      : '',
    broken > 0 ? say(lang, `${broken} 条规则运行出错`, `${broken} rule(s) broke`) : '',
  ]
    .filter(Boolean)
    .join(say(lang, '；', '; '))
}

/** Why an audit is incomplete, by the reasons themselves, for an output that tells of nothing else; empty where it is not. */
export const incompleteText = (record: AuditRecord, lang: Lang): string => {
  if (record.verdict !== 'incomplete') return ''
  if (record.pack === null) return record.selectedBy
  const { broken } = record.counts.rules
  const hindered = reasonsText(
    (record.incompleteBecause ?? []).map(({ message }) => message),
    lang,
  )
  return [hindered, broken > 0 ? say(lang, `${broken} 条规则运行出错`, `${broken} rule(s) broke`) : '']
    .filter(Boolean)
    .join(say(lang, '；', '; '))
}
