import type { PackCode } from '@gouji/core'

/** What a pack's code exports. It runs from the very text that was hashed, so it must stand alone. Throws what the code throws, and TypeError where it exports nothing of use. */
export const importCode = async (text: Buffer | string): Promise<PackCode> => {
  const { facts, operators } = (await import(
    `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`
  )) as PackCode
  for (const functions of [facts, operators])
    if (functions !== undefined && (typeof functions !== 'object' || functions === null || Array.isArray(functions)))
      throw new TypeError('facts and operators are objects of functions by name')
  if (facts === undefined && operators === undefined) throw new TypeError('it exports neither facts nor operators')
  return { ...(facts && { facts }), ...(operators && { operators }) }
}
