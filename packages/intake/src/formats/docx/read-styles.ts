import { childOf, type XmlElement } from '../xml/create-xml-reader.js'
import { numberIn, settingOf, toggleOf } from './ooxml.js'

/** What a style says of its paragraphs or runs, by itself or by the styles that it is based on. */
export interface Style {
  /** The list that counts the paragraph, 0 for none. */
  readonly list: number | null
  readonly level: number | null
  readonly isHidden: boolean | null
  readonly startsPage: boolean | null
}

export interface Styles {
  /** The style of the id; the paragraphs' usual one where there is no id. */
  of(id: string | undefined): Style
}

const NO_STYLE: Style = { list: null, level: null, isHidden: null, startsPage: null }

/** The styles of a document; what is based on itself ends there. */
export const readStyles = (part: XmlElement | undefined): Styles => {
  const elements = new Map<string, XmlElement>()
  let usual: string | undefined
  for (const style of part?.children ?? []) {
    const { 'w:styleId': id, 'w:default': isDefault, 'w:type': type } = style.attributes
    if (style.name !== 'w:style' || id === undefined) continue
    elements.set(id, style)
    if (type === 'paragraph' && (isDefault === '1' || isDefault === 'true')) usual ??= id
  }
  const styles = new Map<string, Style>()
  const resolve = (id: string): Style => {
    const chain: string[] = []
    for (let at: string | undefined = id; at !== undefined && !styles.has(at); ) {
      const element = elements.get(at)
      if (!element) break
      chain.push(at)
      styles.set(at, NO_STYLE)
      at = settingOf(element, 'w:basedOn')
    }
    const base = settingOf(elements.get(chain.at(-1) ?? ''), 'w:basedOn')
    let above = (base !== undefined && !chain.includes(base) && styles.get(base)) || NO_STYLE
    for (const at of chain.reverse()) {
      above = styleOf(elements.get(at)!, above)
      styles.set(at, above)
    }
    return styles.get(id) ?? NO_STYLE
  }
  return {
    of: (id = usual) => (id === undefined ? NO_STYLE : (styles.get(id) ?? resolve(id))),
  }
}

const styleOf = (element: XmlElement, above: Style): Style => {
  const paragraph = childOf(element, 'w:pPr')
  const numbering = childOf(paragraph, 'w:numPr')
  return {
    list: numberIn(settingOf(numbering, 'w:numId')) ?? above.list,
    level: numberIn(settingOf(numbering, 'w:ilvl')) ?? above.level,
    isHidden: toggleOf(childOf(element, 'w:rPr'), 'w:vanish') ?? above.isHidden,
    startsPage: toggleOf(paragraph, 'w:pageBreakBefore') ?? above.startsPage,
  }
}
