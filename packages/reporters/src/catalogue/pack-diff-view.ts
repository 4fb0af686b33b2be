import type { ItemsDiff, KeyChange, Pack, PackDiff, Rule } from '@gouji/core'
import { type ChangeText, changeTexts, wordsText } from '../message/change-text.js'
import { type Lang, say, textOf } from '../message/lang.js'
import { ruleTitles } from '../message/rule-titles.js'
import { valueText } from '../message/value-text.js'
import { SEVERITY } from '../message/words.js'

export type Sign = 'added' | 'dropped' | 'changed'

export const SIGN: Readonly<Record<Lang, Readonly<Record<Sign, string>>>> = {
  zh: { added: '新增', dropped: '删去', changed: '改动' },
  en: { added: 'added', dropped: 'dropped', changed: 'changed' },
}

/** Things of one sort that differ, in words. */
export interface DiffGroup {
  readonly title: string
  readonly entries: readonly DiffEntry[]
}

export interface DiffEntry {
  readonly sign: Sign
  /** What sort of thing it is; empty where the group's title says it. */
  readonly kind: string
  readonly id: string
  /** How many things it tells of. */
  readonly count: number
  readonly about: string
  readonly changes: readonly ChangeText[]
}

/** How two packs differ, in words: the pack, its instruments, its rules, its form. Groups without differences are left out. */
export const packDiffView = (diff: PackDiff, to: Pack, lang: Lang): DiffGroup[] =>
  [
    { title: say(lang, '规则包', 'Pack'), entries: diff.pack.map((change) => keyEntry(change, '', lang)) },
    { title: say(lang, '文件', 'Instruments'), entries: instrumentEntries(diff, lang) },
    { title: say(lang, '规则', 'Rules'), entries: ruleEntries(diff.rules, to, lang) },
    { title: say(lang, '格式', 'Form'), entries: formEntries(diff.form, lang) },
  ].filter(({ entries }) => entries.length > 0)

/** How many things of each group were added, dropped and changed. */
export const countsOf = ({ title, entries }: DiffGroup, lang: Lang): string => {
  const counts = (['added', 'dropped', 'changed'] as const).flatMap((sign) => {
    const count = entries.reduce((sum, entry) => sum + (entry.sign === sign ? entry.count : 0), 0)
    return count === 0 ? [] : [`${SIGN[lang][sign]} ${count}`]
  })
  return `${title}${say(lang, '：', ': ')}${counts.join(' · ')}`
}

const signOf = ({ from, to }: Pick<KeyChange, 'from' | 'to'>): Sign =>
  from === undefined ? 'added' : to === undefined ? 'dropped' : 'changed'

/** What differs in one place only stands beside its path, anything else under the key. */
const keyEntry = (change: KeyChange, kind: string, lang: Lang): DiffEntry => {
  const texts = changeTexts(change, lang)
  const [{ path, text } = { path: change.key, text: '' }, ...others] = texts
  return others.length === 0
    ? { sign: signOf(change), kind, id: path, count: 1, about: text, changes: [] }
    : { sign: signOf(change), kind, id: change.key, count: 1, about: '', changes: texts }
}

const instrumentEntries = ({ instruments }: PackDiff, lang: Lang): DiffEntry[] =>
  instruments.map(({ role, from, to, rules }) => ({
    sign: signOf({ from, to }),
    kind: '',
    id: role,
    count: 1,
    about: say(lang, `${rules.length} 条规则引用`, `cited by ${rules.length} rule(s)`),
    changes: changesOf(
      Object.keys({ ...from, ...to }).map((key) => ({
        key,
        from: from?.[key as keyof typeof from],
        to: to?.[key as keyof typeof to],
      })),
      lang,
    ),
  }))

const ruleEntries = ({ added, dropped, changed }: ItemsDiff<Rule>, to: Pack, lang: Lang): DiffEntry[] => {
  const titleOf = ruleTitles(to, lang)
  const whole = (sign: Sign, rules: readonly Rule[]): DiffEntry[] =>
    rules.map(({ id, severity, title }) => ({
      sign,
      kind: '',
      id,
      count: 1,
      about: `${SEVERITY[lang][severity]}${say(lang, '：', ': ')}${textOf(title, lang)}`,
      changes: [],
    }))
  return [
    ...whole('added', added),
    ...whole('dropped', dropped),
    ...changed.map(({ id, changes }) => ({
      sign: 'changed' as const,
      kind: '',
      id,
      count: 1,
      about: titleOf(id),
      changes: changesOf(changes, lang),
    })),
  ]
}

const changesOf = (changes: readonly KeyChange[], lang: Lang): ChangeText[] =>
  changes.flatMap((change) => changeTexts(change, lang))

const formEntries = (form: PackDiff['form'], lang: Lang): DiffEntry[] => [
  ...itemEntries(form.sections, say(lang, '部分', 'section'), ({ heading }) => heading, lang),
  ...itemEntries(form.tables, say(lang, '表', 'table'), ({ name }) => name, lang),
  ...itemEntries(form.columns, say(lang, '列', 'column'), ({ label }) => label, lang),
  ...itemEntries(form.rows, say(lang, '行', 'row'), ({ label }) => label, lang),
  ...itemEntries(form.relations, say(lang, '勾稽关系', 'relation'), () => '', lang),
  ...form.words.map(({ key, added, dropped }) => ({
    sign: 'changed' as const,
    kind: say(lang, '用词', 'words'),
    id: key,
    count: 1,
    about: wordsText(added, dropped, lang),
    changes: [],
  })),
  ...form.keys.map((change) => keyEntry(change, say(lang, '其他', 'other'), lang)),
]

const itemEntries = <Item extends { readonly id: string }>(
  { added, dropped, changed, reordered }: ItemsDiff<Item>,
  kind: string,
  about: (item: Item) => string,
  lang: Lang,
): DiffEntry[] => {
  const whole = (sign: Sign, items: readonly Item[]): DiffEntry[] =>
    items.map((item) => ({ sign, kind, id: item.id, count: 1, about: about(item), changes: [] }))
  const order = say(lang, '先后次序不同', 'in another order')
  return [
    ...whole('added', added),
    ...whole('dropped', dropped),
    ...alike(changed.map(({ id, changes }) => ({ id, changes: changesOf(changes, lang) }))).map(({ ids, changes }) => ({
      sign: 'changed' as const,
      kind,
      id: valueText(ids, lang),
      count: ids.length,
      about: '',
      changes,
    })),
    ...(reordered ? [{ sign: 'changed' as const, kind, id: '', count: 1, about: order, changes: [] }] : []),
  ]
}

/** Things that changed alike, such as all rows of a block, are told together. */
const alike = (
  items: readonly { readonly id: string; readonly changes: readonly ChangeText[] }[],
): { readonly ids: readonly string[]; readonly changes: readonly ChangeText[] }[] => {
  const groups = new Map<string, { ids: string[]; changes: readonly ChangeText[] }>()
  for (const { id, changes } of items) {
    const key = JSON.stringify(changes)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { ids: [id], changes })
    else group.ids.push(id)
  }
  return [...groups.values()]
}

/** Both packs by name and version, the name once where it is the same. */
export const titleOfDiff = (from: Pack, to: Pack): string =>
  `${from.name} ${from.version} → ${from.name === to.name ? '' : `${to.name} `}${to.version}`
