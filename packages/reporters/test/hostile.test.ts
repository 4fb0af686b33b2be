import { spawnSync } from 'node:child_process'
import type { AuditRecord, Failure, Pack } from '@gouji/core'
import { FORMATS, type Format, inertLine } from '@gouji/reporters'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pack } from './audited.js'
import { parseCsv } from './parse-csv.js'
import { broken, compared, incomplete, rendered, waived } from './rendered.js'
import { sarifFaults } from './sarif-faults.js'

/** What documents, paths and packs may hold, and outputs must not obey. */
const PIECES = [
  '报告',
  ' ',
  '<b>&amp;"\'',
  ']]>',
  '<!-- -->',
  '::error::x',
  '::add-mask::x',
  '##[error]x',
  '##[group]',
  '#\u200b#[x]',
  '%0A::set-env name=A::b',
  '\n::error::x',
  '\r\n  ::stop-commands::x',
  '\u2028::error::x',
  '\u2029',
  '\u0085::warning::x',
  '\ud800',
  '\udfff',
  '\u0000',
  '\u0007',
  '\u001b[31m',
  '\u009b31m',
  '\u007f',
  '\ufffe',
  '\uffff',
  '\u202e',
  '\ufeff',
  '\u3000',
  "=cmd|'/c calc'!A1",
  '+1',
  '-',
  '@SUM(A1)',
  '\t=1',
  '",=1+1,"',
  '{0}',
  '[x](http://x.invalid)',
  '\\',
  '\\ud800',
  'a'.repeat(120),
]
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary' })), { maxLength: 5 })
  .map((parts) => parts.join(''))

/** The value with each text that a report, a path or a waiver may bring put in front of the next hostile one. */
const poisoned = <Value>(value: Value, next: () => string, key = ''): Value => {
  const FREE = [
    'path',
    'name',
    'label',
    'message',
    'selectedBy',
    'raw',
    'reason',
    'approver',
    'sheet',
    'document',
    'clause',
    'fingerprint',
  ]
  if (typeof value === 'string') return (FREE.includes(key) ? next() + value : value) as Value
  if (Array.isArray(value)) return value.map((item) => poisoned(item, next, key)) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, poisoned(item, next, name)])) as Value
}

const poisonedPack = (text: string): Pack => ({
  ...pack,
  edition: text,
  title: text,
  rules: pack.rules.map((rule) => ({ ...rule, title: text + rule.id, why: text })),
})

interface Run {
  readonly records: readonly AuditRecord[]
  readonly failure: Failure
  readonly pack: Pack
}

const runs = fc.array(hostile, { minLength: 3, maxLength: 12 }).map((texts): Run => {
  let at = 0
  const next = () => texts[at++ % texts.length]!
  return {
    records: poisoned([broken(), incomplete(), compared(), waived()], next),
    failure: poisoned({ path: 'b', code: 'FILE_MISSING', message: '没有' }, next),
    pack: poisonedPack(next()),
  }
})

const renderRun = (format: Format, { records, failure, pack: loaded }: Run) =>
  rendered(format, records, {
    packs: [loaded],
    failures: [failure],
    notices: [{ code: 'N', message: failure.message }],
  })

const lone = /\p{Cs}/u
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029]/
const command = /^[\s\p{Cc}\p{DI}]*:\p{DI}*:/u
const oldCommand = /#\p{DI}*#\p{DI}*\[/u

/** The lines that a build server would obey, by its own reading of lines. */
const obeyed = (text: string): string[] =>
  text.split(/\r\n|\r|\n/).filter((line) => command.test(line) || oldCommand.test(line))

const parseText: Readonly<Partial<Record<Format, (text: string) => unknown>>> = {
  json: JSON.parse,
  sarif: (text) => expect(sarifFaults(JSON.parse(text))).toEqual([]),
  'sarif-github': (text) => expect(sarifFaults(JSON.parse(text))).toEqual([]),
  gitlab: JSON.parse,
  ndjson: (text) =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
}

const hasXmllint = spawnSync('xmllint', ['--version']).error === undefined

describe.each([...FORMATS])('%s, whatever a report, its path or its pack says,', (format) => {
  test('holds nothing that a terminal or a build server obeys, and is well formed', async () => {
    await fc.assert(
      fc.asyncProperty(runs, async (run) => {
        const text = await renderRun(format, run)
        expect(text).not.toMatch(controls)
        if (format !== 'terminal' && format !== 'markdown') expect(text).not.toMatch(lone)
        if (format === 'github')
          for (const line of obeyed(text)) expect(line).toMatch(/^::(error|warning|notice) (\w+=[^:,]*,?)*::/)
        else expect(obeyed(text)).toEqual([])
        parseText[format]?.(text)
      }),
      { seed: 20211, numRuns: 60 },
    )
  })
})

test.skipIf(!hasXmllint)('junit is XML, whatever a report, its path or its pack says', async () => {
  const texts = await Promise.all(fc.sample(runs, { seed: 20212, numRuns: 15 }).map((run) => renderRun('junit', run)))
  for (const text of texts) {
    const xsd = new URL('data/junit.xsd', import.meta.url).pathname
    const { stderr } = spawnSync('xmllint', ['--noout', '--schema', xsd, '-'], { input: text, encoding: 'utf8' })
    expect(stderr).toBe('- validates\n')
  }
})

test('csv has no cell that a spreadsheet would compute, and every row has all columns', async () => {
  await fc.assert(
    fc.asyncProperty(runs, async (run) => {
      const text = await renderRun('csv', run)
      for (const cells of parseCsv(text.slice(1))) {
        expect(cells).toHaveLength(19)
        for (const cell of cells)
          if (!/^[+-]?\d+(\.\d+)?$/.test(cell)) expect(cell.trimStart()).not.toMatch(/^[=+\-@＝＋－＠]/)
      }
    }),
    { seed: 20213, numRuns: 60 },
  )
})

test('a plain line is left as it is', () => {
  for (const line of ['', '  错误  第 3 行  a::b', 'std::vector', '# ## [x]', '：：', ':: '])
    expect(inertLine(line)).toBe(line === ':: ' ? ': : ' : line)
})
