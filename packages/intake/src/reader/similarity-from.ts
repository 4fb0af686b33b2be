import { similarity } from '@gouji/core'

/** How alike two texts are, from 0 to 1; 0 where it is surely less than what is needed. */
export const similarityFrom = (needed: number, a: string, b: string): number =>
  mayResemble(a, b, needed) ? similarity(a, b) : 0

/** Cheaper than the edit distance, and never wrong in refusing: common characters bound it. */
const mayResemble = (a: string, b: string, needed: number): boolean => {
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a]
  if (longer.length === 0 || shorter.length / longer.length < needed) return false
  let common = 0
  for (const char of longer) if (shorter.includes(char)) common += char.length
  return common / longer.length >= needed
}
