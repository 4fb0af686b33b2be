import { auditReport, type CompiledPack, compilePack, type Pack, type Report, withValue } from '@gouji/core'
import { auditWithReference } from '@gouji/core/reference'
import { code } from '@gouji/rules-2020'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layouts } from '../../packages/intake/test/support/render-report.js'
import { cleanReport, pack, pack2020, readText, textOf } from '../support/pack-2020.js'
import { arbitraryDamage, type Damage, namedConditions, rulesOf } from './arbitrary-rules.js'

const damaged = ({ cells, removed, texts, editions, withDocument }: Damage): Report => {
  let report: unknown = cleanReport()
  if (!withDocument) report = withValue(report, '/document', undefined)
  for (const [index, value] of cells) report = withValue(report, pack2020.form.cells[index]!.pointer, value)
  for (const [pointer, text] of texts) report = withValue(report, pointer, text)
  for (const pointer of removed) report = withValue(report, pointer, undefined)
  for (const [index, edition] of editions.entries()) {
    const { pointer } = pack2020.form.tables[index]!
    if (readAt(report, pointer) !== undefined) report = withValue(report, `${pointer}/form`, edition)
  }
  return { ...(report as Report), sections: (report as Report).sections ?? {} }
}

const readAt = (value: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], value)

const expectAgreement = async (report: Report, compiled: CompiledPack): Promise<void> => {
  const own = auditReport(report, [compiled])
  const library = await auditWithReference(report, [compiled])
  // As text first: two equal texts are found equal at once.
  if (JSON.stringify(own) !== JSON.stringify(library)) expect(own).toEqual(library)
}

const RULES = 25
const RUNS = 400

test(`both evaluators agree on ${RULES * RUNS} random rules and ${RUNS} random reports`, async () => {
  await fc.assert(
    fc.asyncProperty(rulesOf(RULES), arbitraryDamage(pack.form, pack2020.form.cells.length), async (rules, damage) => {
      await expectAgreement(damaged(damage), compilePack({ ...pack, rules, conditions: namedConditions } as Pack))
    }),
    { seed: 20201231, numRuns: RUNS },
  )
})

test('both evaluators agree on the clean report in every layout', async () => {
  await expectAgreement(cleanReport(), pack2020)
  for (const layout of layouts) await expectAgreement(readText(textOf(cleanReport(), layout)), pack2020)
})

test('both evaluators agree on 300 corrupted reports, judged by the whole pack', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryDamage(pack.form, pack2020.form.cells.length), async (damage) => {
      await expectAgreement(damaged(damage), pack2020)
    }),
    { seed: 60, numRuns: 300 },
  )
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
  await expectAgreement(cleanReport(), compiled)
})
