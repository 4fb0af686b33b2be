import { sameValue } from '../report/same-value.js'

/** What stood at a key and what stands there now; a side that lacks the key is left out. */
export interface KeyChange<Value = unknown> {
  readonly key: string
  readonly from?: Value
  readonly to?: Value
}

/** Two lists of things with ids compared, each thing by its id. */
export interface ItemsDiff<Item> {
  readonly added: readonly Item[]
  readonly dropped: readonly Item[]
  readonly changed: readonly { readonly id: string; readonly changes: readonly KeyChange[] }[]
  /** Whether what both lists have stands in another order. */
  readonly reordered: boolean
}

/** The keys at which two objects differ: those of the first in their order, then those that only the second has. */
export const diffKeys = <Value = unknown>(
  from: object,
  to: object,
  except: readonly string[] = [],
): KeyChange<Value>[] => {
  const [before, after] = [new Map<string, Value>(Object.entries(from)), new Map<string, Value>(Object.entries(to))]
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => !except.includes(key) && !sameValue(before.get(key), after.get(key)))
    .map((key) => ({ key, ...side('from', before.get(key)), ...side('to', after.get(key)) }))
}

const side = <Name extends 'from' | 'to', Value>(
  name: Name,
  value: Value | undefined,
): { readonly [key in Name]?: Value } =>
  (value === undefined ? {} : { [name]: value }) as { readonly [key in Name]?: Value }

/** What was added to a list, dropped from it and changed in it. */
export const diffItems = <Item extends { readonly id: string }>(
  from: readonly Item[],
  to: readonly Item[],
): ItemsDiff<Item> => {
  const [before, after] = [byId(from), byId(to)]
  const kept = [...before.keys()].filter((id) => after.has(id))
  return {
    added: to.filter(({ id }) => !before.has(id)),
    dropped: from.filter(({ id }) => !after.has(id)),
    changed: kept
      .map((id) => ({ id, changes: diffKeys(before.get(id)!, after.get(id)!) }))
      .filter(({ changes }) => changes.length > 0),
    reordered: !sameValue(
      kept,
      [...after.keys()].filter((id) => before.has(id)),
    ),
  }
}

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): Map<string, Item> =>
  new Map(items.map((item) => [item.id, item]))
