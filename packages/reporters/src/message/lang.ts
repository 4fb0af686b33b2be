import type { Text } from '@gouji/core'

/** A language of the output. */
export type Lang = 'zh' | 'en'

/** The text in the language; in Chinese where it has no other. */
export const textOf = (text: Text, lang: Lang): string =>
  typeof text === 'string' ? text : ((lang === 'en' ? text.en : undefined) ?? text.zh)

/** One of two texts. */
export const say = (lang: Lang, zh: string, en: string): string => (lang === 'zh' ? zh : en)

/** A remark behind a text, in the language's brackets; nothing where there is none. */
export const bracketed = (text: string, lang: Lang): string =>
  text === '' ? '' : say(lang, `（${text}）`, ` (${text})`)

/** A list as the language writes it; parted more strongly where an item holds the usual mark itself. */
export const joined = (items: readonly string[], lang: Lang): string => {
  const [usual, strong] = lang === 'zh' ? ['、', '；'] : [', ', '; ']
  return items.join(items.some((item) => item.includes(usual)) ? strong : usual)
}
