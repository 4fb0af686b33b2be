import { auditReport, type CompiledPack, compilePack, type Pack, type Report, valueAt, withValue } from '@gouji/core'
import { auditWithReference } from '@gouji/core/reference'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layouts } from '../../packages/intake/test/support/render-report.js'
import { byEdition, type Edition, edition2020, packs, readText } from '../support/editions.js'
import { arbitraryDamage, type Damage } from './arbitrary-damage.js'
import { namedConditions, rulesOf } from './arbitrary-rules.js'

const damaged = (
  { compiled: { form }, cleanReport }: Edition,
  { cells, removed, texts, editions, withDocument, unread }: Damage,
): Report => {
  let report: unknown = cleanReport()
  if (!withDocument) report = withValue(report, '/document', undefined)
  else if (unread !== null) report = withValue(report, '/document/unread', unread)
  for (const [index, value] of cells) report = withValue(report, form.cells[index]!.pointer, value)
  for (const [pointer, text] of texts) report = withValue(report, pointer, text)
  for (const pointer of removed) report = withValue(report, pointer, undefined)
  for (const [index, edition] of editions.entries()) {
    const { pointer } = form.tables[index]!
    if (valueAt(report, pointer) !== undefined) report = withValue(report, `${pointer}/form`, edition)
  }
  return { ...(report as Report), sections: (report as Report).sections ?? {} }
}

const expectAgreement = async (report: Report, judges: readonly CompiledPack[]): Promise<void> => {
  const own = auditReport(report, judges)
  const library = await auditWithReference(report, judges)
  // As text first: two equal texts are found equal at once.
  if (JSON.stringify(own) !== JSON.stringify(library)) expect(own).toEqual(library)
}

const { pack, code, cleanReport } = edition2020

const RULES = 25
const RUNS = 400

test(`both evaluators agree on ${RULES * RUNS} random rules and ${RUNS} random reports`, async () => {
  await fc.assert(
    fc.asyncProperty(
      rulesOf(RULES),
      arbitraryDamage(pack.form, edition2020.compiled.form.cells.length),
      async (rules, damage) => {
        const compiled = compilePack({ ...pack, rules, conditions: namedConditions } as Pack)
        await expectAgreement(damaged(edition2020, damage), [compiled, ...packs.slice(1)])
      },
    ),
    { seed: 20201231, numRuns: RUNS },
  )
})

describe.each(byEdition)('%s', (_name, edition) => {
  const { pack: whole, compiled, cleanReport, textOf } = edition

  test('both evaluators agree on the clean report in every layout', async () => {
    await expectAgreement(cleanReport(), packs)
    for (const layout of layouts) await expectAgreement(readText(textOf(cleanReport(), layout)), packs)
  })

  test('both evaluators agree on 300 corrupted reports, judged by the whole pack', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDamage(whole.form, compiled.form.cells.length), async (damage) => {
        await expectAgreement(damaged(edition, damage), packs)
      }),
      { seed: 60, numRuns: 300 },
    )
  })
})

test('a fact that throws breaks its rule with both evaluators, and no other rule', async () => {
  const rule = pack.rules.find(({ id }) => id === 'sum/published-made')!
  const throwing = {
    facts: {
      ...code.facts,
      differByOneDigit: () => {
        throw new Error('out of order')
      },
    },
  }
  const compiled = compilePack({ ...pack, rules: [rule, ...pack.rules.filter(({ id }) => id !== rule.id)] }, throwing)
  const audit = auditReport(cleanReport(), [compiled])
  expect(audit.rules[0]).toMatchObject({ verdict: 'broken', reasons: [{ code: 'threw', thrown: 'out of order' }] })
  expect(audit.verdict).toBe('incomplete')
  expect(audit.counts.rules).toMatchObject({ broken: 1, pass: 45 })
  await expectAgreement(cleanReport(), [compiled])
})
