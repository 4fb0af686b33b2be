import { escapeStep } from '../report/pointer.js'

/** Told of what a change names and the base does not have, at its pointer in the change. */
export type ReportFault = (pointer: string, message: string) => void

type Item = Readonly<Record<string, unknown>> & { readonly id: string }

/** Whether a value of YAML is values by name. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const areItems = (value: unknown): value is readonly Item[] =>
  Array.isArray(value) && value.length > 0 && value.every((item) => isObject(item) && typeof item.id === 'string')

/** Words to add to a list of texts and to drop from it. */
const isWordChange = (
  value: unknown,
): value is { readonly add?: readonly string[]; readonly drop?: readonly string[] } =>
  isObject(value) &&
  Object.keys(value).length > 0 &&
  Object.entries(value).every(([key, words]) => (key === 'add' || key === 'drop') && Array.isArray(words))

/**
 * The base's form with a derived pack's changes: objects are merged key by key, lists of things with ids by id (`drop`,
 * `whole` to replace, `after` to place a new one), lists of words by `add` and `drop`; anything else is replaced, and
 * `null` takes a key away. `rows` of a table finds its rows in whichever block they stand.
 */
export const mergeForm = (base: unknown, change: unknown, report: ReportFault): unknown =>
  change === undefined ? base : mergeValue(base, change, '', report)

const mergeValue = (base: unknown, change: unknown, at: string, report: ReportFault): unknown => {
  if (Array.isArray(base) && isWordChange(change)) return mergeWords(base as string[], change, at, report)
  if (areItems(base) && areItems(change)) return mergeItems(base, change, at, report)
  return isObject(base) && isObject(change) ? mergeObject(base, change, at, report) : change
}

const mergeObject = (
  base: Readonly<Record<string, unknown>>,
  change: Readonly<Record<string, unknown>>,
  at: string,
  report: ReportFault,
): Readonly<Record<string, unknown>> => {
  const merged: Record<string, unknown> = { ...base }
  for (const [key, value] of Object.entries(change)) {
    const pointer = `${at}/${escapeStep(key)}`
    if (value === null) delete merged[key]
    else if (key === 'rows' && Array.isArray(merged.blocks) && areItems(value))
      merged.blocks = mergeRows(merged.blocks as Block[], value, pointer, report)
    else merged[key] = mergeValue(merged[key], value, pointer, report)
  }
  return merged
}

const mergeWords = (
  base: readonly string[],
  { add = [], drop = [] }: { readonly add?: readonly string[]; readonly drop?: readonly string[] },
  at: string,
  report: ReportFault,
): string[] => {
  for (const [index, word] of drop.entries())
    if (!base.includes(word)) report(`${at}/drop/${index}`, `there is no ${word} to drop`)
  return [...base.filter((word) => !drop.includes(word)), ...add.filter((word) => !base.includes(word))]
}

const mergeItems = (base: readonly Item[], change: readonly Item[], at: string, report: ReportFault): readonly Item[] =>
  change.reduce((items, entry, index) => mergeItem(items, entry, `${at}/${index}`, report), base)

const mergeItem = (items: readonly Item[], entry: Item, at: string, report: ReportFault): readonly Item[] => {
  const { drop, whole, after, ...own } = entry
  const index = items.findIndex(({ id }) => id === entry.id)
  for (const [key, value] of Object.entries({ drop, whole }))
    if (value !== undefined && value !== true) report(`${at}/${key}`, `${key} is true, or left out`)
  if (drop === true) {
    if (index < 0) report(`${at}/drop`, `there is no ${entry.id} to drop`)
    return items.filter(({ id }) => id !== entry.id)
  }
  if (index >= 0) {
    if (after !== undefined)
      report(`${at}/after`, `${entry.id} is there already; only a new one says after which it stands`)
    const merged = whole === true ? own : mergeObject(items[index]!, own, at, report)
    return items.with(index, merged as Item)
  }
  const lacking = commonKeys(items).filter((key) => !Object.hasOwn(own, key))
  if (lacking.length > 0) report(at, `there is no ${entry.id} to change; a new one needs ${lacking.join(', ')}`)
  const before = items.findIndex(({ id }) => id === after)
  if (after !== undefined && before < 0) report(`${at}/after`, `there is no ${String(after)} to stand after`)
  return items.toSpliced(before < 0 ? items.length : before + 1, 0, own as Item)
}

/** What all of them have. */
const commonKeys = (items: readonly Item[]): string[] =>
  Object.keys(items[0] ?? {}).filter((key) => items.every((item) => Object.hasOwn(item, key)))

type Block = Readonly<Record<string, unknown>> & { readonly rows?: readonly Item[] }

const mergeRows = (
  blocks: readonly Block[],
  rows: readonly Item[],
  at: string,
  report: ReportFault,
): readonly Block[] =>
  rows.reduce((so, entry, index) => {
    const has = (id: unknown) => so.findIndex(({ rows: own = [] }) => own.some((row) => row.id === id))
    const own = has(entry.id)
    const block = own >= 0 ? own : has(entry.after)
    if (block < 0) {
      report(
        `${at}/${index}`,
        entry.after === undefined
          ? `there is no row ${entry.id} to change; a new one says after which row it stands`
          : `there is no row ${String(entry.after)} for ${entry.id} to stand after`,
      )
      return so
    }
    const merged = mergeItem(so[block]!.rows ?? [], entry, `${at}/${index}`, report)
    return so.with(block, { ...so[block]!, rows: merged })
  }, blocks)
