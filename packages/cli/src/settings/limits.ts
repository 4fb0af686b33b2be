import { type Limits as IntakeLimits, LIMITS } from '@gouji/intake'
import { type Lang, say } from '@gouji/reporters'
import { UsageError } from '../usage-error.js'

const MEBIBYTE = 1024 * 1024

/** What of intake's limits a name of `--limit` stands for, and in which unit. */
const OF_INTAKE = {
  /** MiB of the file. */
  size: { key: 'bytes', unit: MEBIBYTE },
  /** MiB of what the file unpacks to. */
  unpacked: { key: 'unpackedBytes', unit: MEBIBYTE },
  /** Paragraphs, cells and elements. */
  elements: { key: 'elements', unit: 1 },
  /** Of elements or tables in one another. */
  depth: { key: 'depth', unit: 1 },
  pages: { key: 'pages', unit: 1 },
} as const

type IntakeName = keyof typeof OF_INTAKE

const NAMES = Object.keys(OF_INTAKE) as readonly IntakeName[]

/** What one document may hold and take, by the names of `--limit`, each in the unit that its name says. */
export const DEFAULT_LIMITS = {
  ...(Object.fromEntries(NAMES.map((name) => [name, LIMITS[OF_INTAKE[name].key] / OF_INTAKE[name].unit])) as Record<
    IntakeName,
    number
  >),
  /** Of reading. */
  seconds: 60,
  /** MiB of a reader's heap. */
  memory: 1024,
}

type LimitName = keyof typeof DEFAULT_LIMITS
export type Limits = Readonly<Record<LimitName, number>>

/** With less a thread cannot start on some versions of Node, and ends the whole run. */
const LEAST_MEMORY = 32

/** The limits with what was asked for: `pages=100`. Throws UsageError. */
export const parseLimits = (asked: readonly string[], lang: Lang): Limits => {
  const limits: Record<LimitName, number> = { ...DEFAULT_LIMITS }
  for (const text of asked) {
    const [, name = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(text) ?? []
    if (!Object.hasOwn(limits, name))
      throw new UsageError(
        say(
          lang,
          `--limit 应为 名称=数值，没有名为 ${name} 的限度；可用的有 ${listed('、')}`,
          `--limit is name=number, and there is no limit ${name}; there are ${listed(', ')}`,
        ),
      )
    if (!/^[1-9]\d{0,8}$/.test(value))
      throw new UsageError(
        say(
          lang,
          `--limit ${name} 应为正整数，不是 ${value}`,
          `--limit ${name} is a positive whole number, not ${value}`,
        ),
      )
    if (name === 'memory' && Number(value) < LEAST_MEMORY)
      throw new UsageError(
        say(
          lang,
          `--limit memory 至少为 ${LEAST_MEMORY}，不是 ${value}`,
          `--limit memory is ${LEAST_MEMORY} at least, not ${value}`,
        ),
      )
    limits[name as LimitName] = Number(value)
  }
  return limits
}

const listed = (separator: string): string => Object.keys(DEFAULT_LIMITS).join(separator)

/** As intake counts them. */
export const intakeLimits = (limits: Limits): IntakeLimits =>
  Object.fromEntries(
    NAMES.map((name) => [OF_INTAKE[name].key, limits[name] * OF_INTAKE[name].unit]),
  ) as unknown as IntakeLimits

/** The name of `--limit` that a limit of intake goes by. */
export const nameOfLimit = (limit: keyof IntakeLimits): IntakeName =>
  NAMES.find((name) => OF_INTAKE[name].key === limit)!
