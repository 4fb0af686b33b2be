import { readFileSync } from 'node:fs'
import { parseReport, ReportError, schemaOfForm } from '@gouji/core'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byEdition, readText } from '../support/editions.js'

const base = JSON.parse(
  readFileSync(new URL('../../packages/core/schemas/report.schema.json', import.meta.url), 'utf8'),
)
const odd = fc.oneof(fc.constantFrom(null, 1, -1, 2.5, 'x', true, [], {}), fc.jsonValue({ maxDepth: 2 }))
const steps = fc.constantFrom(
  'sections',
  'requests',
  'tables',
  'rows',
  'granted',
  'natural',
  'overview',
  'text',
  'document',
  'outline',
  'year',
  'body',
  'kind',
  'nowhere',
  'title',
  '__proto__',
  'constructor',
)

describe.each(byEdition)('%s', (_name, { pack, cleanReport, textOf }) => {
  const validate = new Ajv2020({ strict: true, strictTypes: false }).compile(
    JSON.parse(JSON.stringify(schemaOfForm(pack.form, base))),
  )

  const isParsed = (value: unknown): boolean => {
    try {
      parseReport(value, [pack.form])
      return true
    } catch (error) {
      if (error instanceof ReportError) return false
      throw error
    }
  }

  test('the form’s JSON Schema takes the clean report, written by hand and read from text', () => {
    for (const report of [cleanReport(), readText(textOf(cleanReport(), 'lines'))]) {
      expect(validate(report), JSON.stringify(validate.errors)).toBe(true)
      expect(isParsed(report)).toBe(true)
    }
  })

  test('the form’s JSON Schema and the precompiled validator agree on any change of a report', () => {
    fc.assert(
      fc.property(fc.array(steps, { minLength: 1, maxLength: 6 }), odd, (path, value) => {
        const text = JSON.stringify(cleanReport())
        const report = JSON.parse(text) as Record<string, unknown>
        let at: Record<string, unknown> = report
        for (const step of path.slice(0, -1)) {
          const next = Object.hasOwn(at, step) ? at[step] : undefined
          if (typeof next !== 'object' || next === null) break
          at = next as Record<string, unknown>
        }
        Object.defineProperty(at, path.at(-1)!, { value, enumerable: true, configurable: true, writable: true })
        expect(isParsed(report)).toBe(validate(report))
      }),
      { seed: 42, numRuns: 3000 },
    )
  })
})
