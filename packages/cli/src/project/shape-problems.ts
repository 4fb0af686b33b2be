import { escapeStep } from '@gouji/core'
import { type Lang, say } from '@gouji/reporters'
import { hint } from '../words/unknown.js'

import type { Problem, YamlText } from './yaml-text.js'

/** A validator that the build made of a schema; what it says of a fault. */
export interface Validator {
  (value: unknown): boolean
  errors?: readonly ShapeError[] | null
}

interface ShapeError {
  readonly instancePath: string
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
  readonly parentSchema: Readonly<Record<string, unknown>>
  readonly data: unknown
  readonly propertyName?: string
}

/** What a pattern of the schemas asks for. */
const PATTERNS: readonly (readonly [start: string, zh: string, en: string])[] = [
  ['^\\d', '版本号，如 1.2.0（不能是范围）', 'a version such as 1.2.0 (no range)'],
  ['^sha512-', 'pack.json 里的 integrity，如 sha512-…==', 'the integrity in pack.json: sha512-…=='],
  ['', '不空的文字', 'a text that is not empty'],
]

const TYPES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  string: ['文字', 'a text'],
  boolean: [' true 或 false', 'true or false'],
  array: ['列表（每项以 - 开头）', 'a list (each item begins with -)'],
  object: ['若干“键: 值”', 'keys with values'],
}

/** What the schema refuses of the value, each with its place. */
export const shapeProblems = (validate: Validator, yaml: YamlText, lang: Lang): Problem[] => {
  validate(yaml.value)
  return (validate.errors ?? []).flatMap((error) => problemOf(error, yaml, lang) ?? [])
}

const problemOf = (error: ShapeError, yaml: YamlText, lang: Lang): Problem | null => {
  const { instancePath: path, keyword, params, parentSchema, propertyName } = error
  const name = path.slice(path.lastIndexOf('/') + 1)
  const of = path === '' || /^\d+$/.test(name) ? '' : say(lang, `“${plain(name)}”`, `“${plain(name)}” `)
  if (propertyName !== undefined)
    return yaml.problemAt(
      `${path}/${escapeStep(propertyName)}`,
      say(lang, `没有“${propertyName}”这一项，`, `there is no key “${propertyName}”; `) +
        hint(propertyName, params.allowedValues as string[], lang),
      'key',
    )
  switch (keyword) {
    case 'additionalProperties': {
      const key = params.additionalProperty as string
      const known = Object.keys(parentSchema.properties as object)
      const message = say(lang, `没有“${key}”这一项，`, `there is no key “${key}”; `) + hint(key, known, lang)
      return yaml.problemAt(`${path}/${escapeStep(key)}`, message, 'key')
    }
    case 'required': {
      const key = params.missingProperty as string
      return yaml.problemAt(path, say(lang, `${of}缺少“${key}”`, `${of}lacks “${key}”`))
    }
    case 'enum': {
      const allowed = (params.allowedValues as unknown[]).map(String)
      const given = yaml.sourceOf(path) ?? ''
      return yaml.problemAt(
        path,
        given === ''
          ? say(lang, `${of}应为 ${allowed.join('、')} 之一`, `${of}is one of ${allowed.join(', ')}`)
          : say(lang, `${of}不能是“${given}”，`, `${of}cannot be “${given}”; `) + hint(given, allowed, lang),
      )
    }
    case 'pattern': {
      const [, zh, en] = PATTERNS.find(([start]) => (params.pattern as string).startsWith(start))!
      return yaml.problemAt(path, say(lang, `${of}应为 ${zh}`, `${of}should be ${en}`))
    }
    case 'type':
      return yaml.problemAt(path, wrongType(error, of, yaml, lang))
    default:
      return null
  }
}

const wrongType = ({ instancePath, params, data }: ShapeError, of: string, yaml: YamlText, lang: Lang): string => {
  const types = [params.type].flat() as string[]
  const wanted = types.map((type) => say(lang, ...TYPES[type]!)).join(say(lang, '，或', ', or '))
  if (data === null)
    return say(
      lang,
      `${of}没有写值，应为${wanted}；用不到就删去这一项`,
      `${of}has no value; it should be ${wanted}, or be left out`,
    )
  const given = yaml.sourceOf(instancePath) ?? ''
  const now = typeof data === 'object' ? say(lang, ...TYPES[Array.isArray(data) ? 'array' : 'object']!) : `“${given}”`
  const quoted =
    types.includes('string') && typeof data !== 'object'
      ? say(lang, `；文字要加引号："${given}"`, `; put a text in quotes: "${given}"`)
      : ''
  return say(lang, `${of}应为${wanted}，现在是${now}`, `${of}should be ${wanted}, and is ${now}`) + quoted
}

const plain = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~')
