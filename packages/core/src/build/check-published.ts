import type { PackProblem } from '../pack/pack-error.js'
import { valueAt } from '../report/pointer.js'
import type { Condition, Pack, Rule } from '../types.js'

/**
 * What was last published of a pack: its version, and of every rule its version and a hash of what in it decides its
 * verdicts, with its relation and named conditions; not of the pack's code, nor of the rest of its form.
 */
export interface Published {
  readonly version: string
  readonly rules: Readonly<Record<string, { readonly version: number; readonly hash: string }>>
}

/** What is to be kept of a pack when it is published: the content of its published.json. */
export const publishedOf = (pack: Pack, sha512: (text: string) => string): Published => ({
  version: pack.version,
  rules: Object.fromEntries(
    pack.rules.map((rule) => [rule.id, { version: rule.version, hash: `sha512-${sha512(decisiveText(rule, pack))}` }]),
  ),
})

/**
 * What the pack may not do to what was published: change a rule without a new version of it, drop a rule without a new
 * major version (minor, before 1.0), change any rule without a new version of the pack.
 */
export const checkPublished = (pack: Pack, published: unknown, sha512: (text: string) => string): PackProblem[] => {
  const problems: PackProblem[] = []
  if (!isPublished(published))
    return [
      {
        code: 'VERSION',
        pointer: '',
        message: 'published.json is not what `gouji pack release` writes; take it from the last release',
        file: 'published.json',
        line: 1,
      },
    ]
  const report = (pointer: string, message: string): void => void problems.push({ code: 'VERSION', pointer, message })
  const now = publishedOf(pack, sha512).rules
  let changed = false
  for (const [index, { id, version }] of pack.rules.entries()) {
    const was = Object.hasOwn(published.rules, id) ? published.rules[id] : undefined
    if (was?.version !== version) changed = true
    if (was === undefined) continue
    if (version < was.version)
      report(`/rules/${index}/version`, `${id}: version ${was.version} was published; a version only rises`)
    else if (was.version === version && was.hash !== now[id]?.hash)
      report(
        `/rules/${index}/version`,
        `${id}: what it is applied to, needs or fails on has changed since ${published.version} was published; make it version ${version + 1}`,
      )
  }
  if (isBefore(pack.version, published.version))
    report('/version', `${published.version} was published; a version only rises`)
  const gone = Object.keys(published.rules).filter((id) => !Object.hasOwn(now, id))
  if (gone.length > 0 && breakingPart(pack.version) === breakingPart(published.version))
    report(
      '/version',
      `rules of ${published.version} are gone (${gone.join(', ')}): that takes a new ${published.version.startsWith('0.') ? 'minor version, before 1.0' : 'major version'}`,
    )
  if ((changed || gone.length > 0) && pack.version === published.version)
    report('/version', `rules have changed since ${published.version} was published: raise the pack's version`)
  return problems
}

const isPublished = (value: unknown): value is Published => {
  const { version, rules } = (value ?? {}) as Partial<Published>
  return (
    typeof version === 'string' &&
    typeof rules === 'object' &&
    rules !== null &&
    Object.values(rules).every((rule) => typeof rule?.version === 'number' && typeof rule.hash === 'string')
  )
}

const isBefore = (version: string, other: string): boolean => {
  const [parts, others] = [version, other].map((text) => text.split('-')[0]!.split('.').map(Number)) as [
    number[],
    number[],
  ]
  const at = parts.findIndex((part, index) => part !== others[index])
  return at >= 0 && parts[at]! < (others[at] ?? 0)
}

/** The part of a version that a breaking change raises: the major, before 1.0 the minor too. */
const breakingPart = (version: string): string => {
  const [major, minor] = version.split('.')
  return major === '0' ? `0.${minor}` : String(major)
}

/** What decides a rule's verdicts, keys in one order: with the relation that it judges, and the named conditions where it names one. */
const decisiveText = (rule: Rule, { conditions, form }: Pack): string => {
  const { each, appliesWhen, needs, failWhen, parameters = {} } = rule
  const values = Object.entries(parameters).map(([name, { at }]) => [name, valueAt(rule, at[0]!)])
  const relation = typeof each === 'object' ? form.relations.find(({ id }) => id === each.relation) : undefined
  const own = {
    each,
    appliesWhen,
    needs,
    failWhen,
    ...(relation && { relation }),
    parameters: Object.fromEntries(values),
  }
  const named = namesOther(failWhen) || (appliesWhen && namesOther(appliesWhen))
  return JSON.stringify(named ? { ...own, conditions } : own, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}

const namesOther = ({ condition, not, all = [], any = [] }: Condition): boolean =>
  condition !== undefined || [...(not ? [not] : []), ...all, ...any].some(namesOther)
