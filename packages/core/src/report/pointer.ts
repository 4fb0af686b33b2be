/** One step of a JSON Pointer, escaped (RFC 6901). */
export const escapeStep = (step: string): string => step.replaceAll('~', '~0').replaceAll('/', '~1')

/** The steps of a JSON Pointer (RFC 6901), unescaped; `null` where the text is none. */
export const pointerSteps = (pointer: string): string[] | null => {
  if (pointer === '') return []
  if (!pointer.startsWith('/')) return null
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** A copy of the document with the value at the pointer set, or taken away where it is undefined. Objects on the way are made where they lack; what is not on the way is shared. */
export const withValue = <Document>(document: Document, pointer: string, value: unknown): Document => {
  const steps = pointerSteps(pointer)
  if (steps === null) throw new RangeError(`${pointer} is no JSON Pointer`)
  return setAt(document, steps, value) as Document
}

const setAt = (node: unknown, [step, ...rest]: readonly string[], value: unknown): unknown => {
  if (step === undefined) return value
  if (Array.isArray(node)) {
    const copy = [...node]
    const index = step === '-' ? copy.length : Number(step)
    if (rest.length === 0 && value === undefined) copy.splice(index, 1)
    else copy[index] = setAt(copy[index], rest, value)
    return copy
  }
  const holder = typeof node === 'object' && node !== null ? (node as Record<string, unknown>) : {}
  const entries = new Map(Object.entries(holder))
  if (rest.length === 0 && value === undefined) entries.delete(step)
  else entries.set(step, setAt(entries.get(step), rest, value))
  return Object.fromEntries(entries)
}

/** What stands at the pointer; undefined where nothing does. What an object inherits is no part of a document. */
export const valueAt = (document: unknown, pointer: string): unknown =>
  (pointerSteps(pointer) ?? ['']).reduce<unknown>(
    (node, step) =>
      typeof node === 'object' && node !== null && Object.hasOwn(node, step)
        ? (node as Record<string, unknown>)[step]
        : undefined,
    document,
  )
