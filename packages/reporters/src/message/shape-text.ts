import type { ShapeProblem } from '@gouji/core'
import { type Lang, say } from './lang.js'

/** How many problems one sentence tells. */
const MOST = 3

const TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  integer: '整数',
  number: '数字',
  object: '对象',
  array: '数组',
  boolean: '真假值',
  null: 'null',
}

/** What is wrong with a document's shape: pointers, and what would be right there. `whole` is what the document itself is called. */
export const shapeText = (
  problems: readonly ShapeProblem[],
  lang: Lang,
  whole = say(lang, '整个文件', 'the document '),
): string => {
  const told = problems
    .slice(0, MOST)
    .map(({ pointer, message }) =>
      pointer === '' ? whole + wordsOf(message, lang) : `${pointer} ${wordsOf(message, lang)}`,
    )
  const rest = problems.length - told.length
  return (
    told.join(say(lang, '；', '; ')) + (rest > 0 ? say(lang, `；等 ${problems.length} 处`, `; and ${rest} more`) : '')
  )
}

const wordsOf = (message: string, lang: Lang): string => {
  if (lang === 'en') return message
  const [, type] = /^must be ([a-z,]+)$/.exec(message) ?? []
  if (type !== undefined)
    return `应为${type
      .split(',')
      .map((name) => TYPES[name] ?? name)
      .join('或')}`
  const [, required] = /^must have required property '(.+)'$/.exec(message) ?? []
  if (required !== undefined) return `缺少 ${required}`
  const [, choices] = /^must be one of (.+)$/.exec(message) ?? []
  if (choices !== undefined) return `应为下列之一：${choices}`
  const [, sections] = /^is no section; sections are (.+)$/.exec(message) ?? []
  if (sections !== undefined) return `不是格式里的部分，部分有：${sections}`
  const [, tables] = /^is no table of this section; it has (.+)$/.exec(message) ?? []
  if (tables !== undefined) return `不是这一部分的表，它的表有：${tables === 'none' ? '无' : tables}`
  if (message === 'is not known here') return '是未知的键'
  if (message === 'is no id: a letter, then letters and digits') return '不能作名字，名字是字母开头的字母和数字'
  if (message === 'must be equal to constant') return '的值不对'
  const [, pattern] = /^must match pattern "(.+)"$/.exec(message) ?? []
  return pattern === undefined ? message : `的写法不对，应符合 ${pattern}`
}
