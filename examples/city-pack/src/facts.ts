import type { PackFact } from '@gouji/core'

const NUMBER = /[0-9０-９]|[一二三四五六七八九十百千万亿]+(?:余)?[条件篇期次个份项]/u

/** What stands where a character was lost. */
const LOST = /[□\uFFFD]/u

/**
 * The channels that the section names, and never in a sentence with a number; the empty text where every one has its
 * number, `null` where a lost character may have been one.
 */
const channelsWithoutNumber: PackFact = ({ key, text }, { channels }) => {
  if (LOST.test(text(key))) return null
  const sentences = text(key).split(/[。；\n]/u)
  return (channels as readonly string[])
    .filter((channel) => {
      const own = sentences.filter((sentence) => sentence.includes(channel))
      return own.length > 0 && !own.some((sentence) => NUMBER.test(sentence))
    })
    .join('、')
}

/** The facts of this pack that the general ones do not offer. */
export const facts = { channelsWithoutNumber }
