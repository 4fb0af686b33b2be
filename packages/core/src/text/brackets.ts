/** A bracket or quotation mark without its partner. */
export interface BracketFault {
  readonly index: number
  readonly bracket: string
}

const PAIRS = ['（(', '）)', '《', '》', '“', '”', '【', '】', '〔', '〕', '〈', '〉'] as const

/** By character code: the pair, and whether it opens (1) or closes (-1). Half and full width are one pair. */
const ROLE = new Map<number, { readonly pair: number; readonly step: 1 | -1 }>()
for (const [index, characters] of PAIRS.entries()) {
  for (const character of characters)
    ROLE.set(character.charCodeAt(0), { pair: index >> 1, step: index % 2 === 0 ? 1 : -1 })
}

/**
 * Brackets and quotation marks without a partner. `1)` and `一）` at the start of an item are enumerations, not faults.
 * Pairs are counted each by itself: a crossing of two kinds is left to the reader.
 */
export const findBracketFaults = (text: string): BracketFault[] => {
  const open: number[][] = [[], [], [], [], [], []]
  const faults: BracketFault[] = []
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    // Ideographs, nearly all of a text, are passed over without a look-up.
    if (code >= 0x4e00 && code <= 0x9fff) continue
    const role = ROLE.get(code)
    if (role === undefined) continue
    const stack = open[role.pair]!
    if (role.step === 1) stack.push(index)
    else if (stack.pop() === undefined && !isEnumeration(text, index)) faults.push({ index, bracket: text[index]! })
  }
  for (const stack of open) for (const index of stack) faults.push({ index, bracket: text[index]! })
  return faults.sort((a, b) => a.index - b.index)
}

const isEnumeration = (text: string, index: number): boolean =>
  /(?:^|[\s。;；:：,，、])[0-9０-９一二三四五六七八九十]{1,2}$/u.test(text.slice(Math.max(0, index - 4), index))
