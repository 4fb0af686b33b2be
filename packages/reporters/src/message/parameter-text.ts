import { bracketed, type Lang } from './lang.js'
import { shortened } from './shortened.js'
import { valueText } from './value-text.js'

/** A parameter's value shortly: the first items of a list, the first names with what each stands for. */
export const parameterText = (value: unknown, lang: Lang): string => {
  if (Array.isArray(value)) return valueText(value.map(plain), lang)
  if (typeof value !== 'object' || value === null) return shortened(valueText(value, lang))
  return valueText(
    Object.entries(value).map(([name, item]) =>
      Array.isArray(item) ? name + bracketed(parameterText(item, lang), lang) : `${name} ${plain(item)}`,
    ),
    lang,
  )
}

const plain = (value: unknown): string => shortened(typeof value === 'string' ? value : JSON.stringify(value))
