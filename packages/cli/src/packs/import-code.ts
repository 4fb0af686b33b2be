import type { PackCode } from '@gouji/core'

/** What a pack's code exports. It runs from the very text that was hashed, so it must stand alone. */
export const importCode = async (text: Buffer | string): Promise<PackCode> => {
  const { facts, operators } = (await import(
    `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`
  )) as PackCode
  return { ...(facts && { facts }), ...(operators && { operators }) }
}
