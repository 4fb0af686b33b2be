import { withoutNotes } from '@gouji/core'
import type { LabelKey } from './label-key.js'
import type { Lexicon, SectionWords } from './lexicon.js'
import { similarityFrom } from './similarity-from.js'

export interface HeadingMatch {
  readonly section: SectionWords
  readonly exact: boolean
  readonly key: LabelKey
  /** The heading as printed, where text follows it on its line. */
  readonly heading: string
  readonly rest: string
}

const LONGEST_HEADING = 60
const NEAR = 0.75
/** Under another section's ordinal only a closer wording is believed. */
const NEAR_UNDER_OTHER_ORDINAL = 0.85

/** The section whose heading the line is, exactly or nearly, a bracketed one only exactly; `null` where it is none. */
export const matchHeading = (
  text: string,
  lexicon: Lexicon,
  keyOf: (text: string) => LabelKey,
): HeadingMatch | null => {
  const opened = withText(text, lexicon, keyOf)
  if (opened) return opened
  if (text.length > LONGEST_HEADING) return null
  const key = keyOf(text)
  const whole = { key, heading: text, rest: '' }
  const written = lexicon.headings.get(key.full)
  if (written) return { section: written, exact: true, ...whole }
  const noted = lexicon.headings.get(key.key)
  if (noted) return { section: noted, exact: true, key, ...splitNote(text) }
  if (!['chinese', 'arabic'].includes(key.style) || /[。;；]$/u.test(text)) return null
  const near = nearest(key, lexicon)
  return near && { section: near, exact: false, ...whole }
}

/** 六、 · 第六部分: · 六 — an ordinal may itself end in what parts a heading from its text. */
const HEADING = /^((?:第?[一二三四五六七八九十]{1,3}(?:部分)?[、,，.．:：。]?\s*)?[^:：。\s]{3,40}?)[:：。\s]+(?=\S)/u

/** 六、其他需要报告的事项:无 — a heading and its text on one line. */
const withText = (text: string, lexicon: Lexicon, keyOf: (text: string) => LabelKey): HeadingMatch | null => {
  const parted = HEADING.exec(text.slice(0, 60))
  const heading = parted?.[1]
  if (!parted || heading === undefined) return null
  const key = keyOf(heading)
  const section = key.style === 'chinese' ? lexicon.headings.get(key.key) : undefined
  return section ? { section, exact: true, key, heading, rest: text.slice(parted[0].length) } : null
}

/** 六、其他需要报告的事项(无) — what the brackets hold is the section's text. */
const splitNote = (text: string): { heading: string; rest: string } => {
  const heading = withoutNotes(text)
  return { heading, rest: text.trim().slice(heading.length).trim() }
}

const nearest = ({ key, value }: LabelKey, lexicon: Lexicon): SectionWords | null => {
  let best: { section: SectionWords; score: number } | null = null
  for (const section of lexicon.sections) {
    const needed = section.position === value ? NEAR : NEAR_UNDER_OTHER_ORDINAL
    for (const heading of section.keys) {
      const score = similarityFrom(needed, key, heading)
      if (score >= needed && (!best || score > best.score)) best = { section, score }
    }
  }
  return best?.section ?? null
}
