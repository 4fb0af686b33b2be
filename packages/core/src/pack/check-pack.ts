import { checkForm } from '../form/check-form.js'
import { compileForm } from '../form/compile-form.js'
import { lookUpOperator } from '../judge/compile-rule.js'
import { escapeStep } from '../report/pointer.js'
import type { Pack } from '../types.js'
import { checkCode } from './check-code.js'
import { checkCondition } from './check-condition.js'
import { checkLifecycle } from './check-lifecycle.js'
import { checkRule } from './check-rule.js'
import type { PackCode } from './pack-code.js'
import type { PackProblem } from './pack-error.js'

/** Everything wrong with a pack that has the shape of one, at once. What passes can be compiled and never throws of itself. */
export const checkPack = (pack: Pack, code: PackCode = {}): PackProblem[] => {
  const formProblems = checkForm(pack.form)
  if (formProblems.length > 0) return formProblems
  const problems: PackProblem[] = []
  if (pack.form.edition !== pack.edition) {
    problems.push({
      code: 'FORM',
      pointer: '/edition',
      message: `the pack's edition ${pack.edition} is not its form's, ${pack.form.edition}`,
    })
  }
  problems.push(...checkLifecycle(pack))
  const form = compileForm(pack.form)
  const seen = new Map<string, number>()
  for (const [index, rule] of pack.rules.entries()) {
    const pointer = `/rules/${index}`
    const first = seen.get(rule.id)
    if (first !== undefined)
      problems.push({
        code: 'DUPLICATE_ID',
        pointer: `${pointer}/id`,
        message: `${rule.id} is the id of another rule too`,
      })
    seen.set(rule.id, index)
    problems.push(...checkRule(rule, pointer, { pack, form, code }))
  }
  for (const [name, condition] of Object.entries(pack.conditions ?? {})) {
    checkCondition(condition, `/conditions/${escapeStep(name)}`, {
      report: (problem, pointer, message) =>
        void problems.push({ code: problem, pointer, message: `the condition ${name}: ${message}` }),
      // What a fact is depends on what a rule is applied to: facts are checked where a rule names the condition.
      fact: () => undefined,
      named: (other) => (Object.hasOwn(pack.conditions ?? {}, other) ? pack.conditions?.[other] : undefined),
      ownOperator: (operator) => lookUpOperator(operator, code)?.own ?? false,
      nullable: () => undefined,
    })
  }
  problems.push(...checkCode(code))
  if (pack.rules.length === 0) problems.push({ code: 'SCHEMA', pointer: '/rules', message: 'the pack has no rules' })
  return problems
}
