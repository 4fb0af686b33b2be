import { Engine } from 'json-rules-engine'

/**
 * The library on the failWhen of every check of these rules, in one Engine built once, its facts ready: each comparison's
 * value stands in an array that a constant fact hands out. Only what the library itself does is timed.
 */
export const prepareLibrary = (compiled, readingOf) => {
  const engine = new Engine()
  const ready = []
  let checks = 0
  const factAt = (rule, subject, name, params) => {
    const index = ready.push({ fact: rule.factOf(name, params ?? {}), subject, value: undefined }) - 1
    engine.addFact(`f${index}`, () => ready[index].value, { cache: false })
    return `f${index}`
  }
  const ground = (rule, subject, condition) => {
    if (condition.all) return { all: condition.all.map((member) => ground(rule, subject, member)) }
    if (condition.any) return { any: condition.any.map((member) => ground(rule, subject, member)) }
    if (condition.not) return { not: ground(rule, subject, condition.not) }
    const { fact, params, operator, value } = condition
    const right =
      value !== null && typeof value === 'object' && 'fact' in value
        ? { fact: factAt(rule, subject, value.fact, value.params) }
        : value
    return { fact: factAt(rule, subject, fact, params), operator, value: right }
  }
  engine.addOperator('countAtLeast', (fact, value) => fact.length >= value)
  for (const rule of compiled.rules) {
    for (const subject of rule.subjects ?? []) {
      checks++
      engine.addRule({ conditions: ground(rule, subject, rule.rule.failWhen), event: { type: rule.rule.id } })
    }
  }
  return {
    checks,
    makeReady: (report) => {
      const reading = readingOf(report)
      for (const entry of ready) entry.value = entry.fact.value(reading, entry.subject)
    },
    run: () => engine.run(),
  }
}
