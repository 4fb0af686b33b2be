import { type Lang, say } from '@gouji/reporters'
import { UsageError } from '../usage-error.js'

const MEBIBYTE = 1024 * 1024

/** What one document may hold and take, by the names of `--limit`, each in the unit that its name says. */
export const DEFAULT_LIMITS = {
  /** MiB of the file. */
  size: 64,
  /** MiB of what the file unpacks to. */
  unpacked: 256,
  /** Paragraphs, cells and elements. */
  elements: 1_000_000,
  /** Of elements or tables in one another. */
  depth: 400,
  pages: 2000,
  /** Of reading. */
  seconds: 60,
  /** MiB of a reader's heap. */
  memory: 1024,
}

export type LimitName = keyof typeof DEFAULT_LIMITS
export type Limits = Readonly<Record<LimitName, number>>

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
    limits[name as LimitName] = Number(value)
  }
  return limits
}

const listed = (separator: string): string => Object.keys(DEFAULT_LIMITS).join(separator)

/** As intake counts them. */
export const intakeLimits = ({ size, unpacked, elements, depth, pages }: Limits) => ({
  bytes: size * MEBIBYTE,
  unpackedBytes: unpacked * MEBIBYTE,
  elements,
  depth,
  pages,
})
