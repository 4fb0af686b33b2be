import type { EvidenceRecord, SeenValue } from '../types.js'

/** What a finding was seen on, each once: raw values by their pointers; of what has no value, its label. */
export const seenValues = (evidence: readonly EvidenceRecord[]): SeenValue[] => {
  const values = new Map<string, SeenValue>()
  for (const { pointer, label, raw } of evidence) {
    const at = pointer === undefined ? {} : { at: pointer }
    const value = raw === undefined ? { ...at, label } : { ...at, raw }
    values.set(keyOf(value), value)
  }
  return [...values.values()]
}

/** Whether both are the same values, in whatever order. */
export const sameValues = (a: readonly SeenValue[], b: readonly SeenValue[]): boolean => {
  const known = new Set(a.map(keyOf))
  return known.size === new Set(b.map(keyOf)).size && b.every((value) => known.has(keyOf(value)))
}

const keyOf = ({ at, label, raw }: SeenValue): string => JSON.stringify([at, label, raw])
