import { resolve } from 'node:path'
import { normalizeLabel } from '@gouji/core'
import { type Lang, say } from '@gouji/reporters'
import { followLinks } from '../output/follow-links.js'
import { isWithin } from './is-within.js'
import { isOfRegion } from './region.js'
import type { Problem, YamlText } from './yaml-text.js'

/** What no schema can tell. Says nothing of what has not the shape that it should have. */
export const checkConfig = async (yaml: YamlText, folder: string, lang: Lang): Promise<Problem[]> => {
  const { bodies, overlays, outputs } = asRecord(yaml.value)
  return [
    ...checkBodies(asList(bodies), yaml, lang),
    ...checkOverlays(asList(overlays), asList(bodies), yaml, lang),
    ...(await checkOutputs(asRecord(outputs), folder, yaml, lang)),
  ]
}

const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

const asList = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.map(asRecord) : []

const checkBodies = (bodies: readonly Readonly<Record<string, unknown>>[], yaml: YamlText, lang: Lang): Problem[] => {
  const first = new Map<string, number>()
  return bodies.flatMap(({ name }, index) => {
    if (typeof name !== 'string' || name.trim() === '') return []
    const at = `/bodies/${index}/name`
    const key = normalizeLabel(name)
    if (key === '') return [yaml.problemAt(at, say(lang, `“${name}”不是机关名称`, `“${name}” is no name of a body`))]
    const before = first.get(key)
    if (before === undefined) {
      first.set(key, index)
      return []
    }
    const { line } = yaml.problemAt(`/bodies/${before}/name`, '')
    return [
      yaml.problemAt(
        at,
        say(lang, `机关“${name}”重复，第 ${line} 行已经有了`, `the body “${name}” stands in line ${line} already`),
      ),
    ]
  })
}

/** An overlay that no body can have would be passed over in silence. */
const checkOverlays = (
  overlays: readonly Readonly<Record<string, unknown>>[],
  bodies: readonly Readonly<Record<string, unknown>>[],
  yaml: YamlText,
  lang: Lang,
): Problem[] =>
  overlays.flatMap(({ region }, index) => {
    if (typeof region !== 'string' || region.trim() === '') return []
    if (bodies.some((body) => typeof body.region === 'string' && isOfRegion(body.region, region))) return []
    return [
      yaml.problemAt(
        `/overlays/${index}/region`,
        say(
          lang,
          `机关名录（bodies）里没有地区以“${region}”开头的机关，这个叠加包用不上：地区要写自上而下的全称`,
          `no body of the register (bodies) has a region that begins with “${region}”, so nothing is judged by this overlay: regions are full names from the top down`,
        ),
      ),
    ]
  })

const checkOutputs = async (
  outputs: Readonly<Record<string, unknown>>,
  folder: string,
  yaml: YamlText,
  lang: Lang,
): Promise<Problem[]> => {
  const problems: Problem[] = []
  const real = await followLinks(folder)
  const seen = new Set<string>()
  for (const [format, path] of Object.entries(outputs)) {
    if (typeof path !== 'string' || path.trim() === '') continue
    const target = path.includes('\0') ? null : await followLinks(resolve(folder, path))
    const refuse = (zh: string, en: string) =>
      void problems.push(yaml.problemAt(`/outputs/${format}`, say(lang, zh, en)))
    if (target === null || !isWithin(target, real) || target === real)
      refuse(
        `只能写到配置文件所在的文件夹里，不能写到 ${path}；写到别处请用 --output`,
        `a config writes into its own folder, not to ${path}; use --output for elsewhere`,
      )
    else if (seen.has(target)) refuse(`两种格式写到同一个文件 ${path}`, `two formats go to one file: ${path}`)
    if (target !== null) seen.add(target)
  }
  return problems
}
