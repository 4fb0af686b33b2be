import type { BoundFact, FactDefinition, SubjectKind } from '../facts/fact.js'
import { headingsOf } from '../facts/headings.js'
import { coreFacts } from '../facts/index.js'
import type { CompiledForm } from '../form/compile-form.js'
import type { PackCode } from '../pack/pack-code.js'
import type { Reading } from '../reading/reading.js'
import type { TermIndex } from '../text/term-index.js'
import type { Basis, Condition, Rule, Severity } from '../types.js'
import { comparisonsOf, compileCondition, isFactReference, type Test } from './compile-condition.js'
import { onlyFinds } from './only-finds.js'
import { coreOperators, libraryOperators, type Operator } from './operators.js'
import { bindPackFact } from './pack-facts.js'
import { keyOf, placesOf, subjectKind, subjectsOf } from './subjects.js'

/** A fact of a rule, bound, with what it is called there. */
export interface RuleFact {
  readonly name: string
  readonly params: Readonly<Record<string, unknown>>
  readonly definition: FactDefinition
  readonly bound: BoundFact
  readonly mayThrow: boolean
}

/** A rule ready to be judged. Keeps nothing of any report. */
export interface CompiledRule {
  readonly rule: Rule
  readonly each: SubjectKind
  /** The subjects, where they are the form's; headings are the report's own. */
  readonly subjects: readonly number[] | null
  /** The checks that the rule would make of tables which are of another edition, by table. */
  readonly outside: readonly { readonly key: string; readonly table: number }[]
  /** Whether it asks of a table what only one that is there can tell. */
  readonly needsTable: boolean
  /** Whether some of the subjects need not be there. */
  readonly hasLocal: boolean
  /** Where the subjects belong; `null` for kinds outside tables. */
  readonly places: ((subject: number) => { readonly table: number; readonly localRow: number }) | null
  /** The subjects by table, where the rule asks nothing but how cells are written. */
  readonly byTraits:
    | readonly { readonly table: number; readonly plain: readonly number[]; readonly local: readonly number[] }[]
    | null
  readonly needsDocument: boolean
  /** Whether it asks of more than its subject: of the report's headings or texts, wherever they stand. */
  readonly ofWholeReport: boolean
  /** Whether nothing that was not read could make a failed check good: it fails for what was found. */
  readonly failsForFound: boolean
  readonly readsProse: boolean
  readonly appliesWhen: Test | null
  /** Facts that appliesWhen asks and that may not be known. */
  readonly appliesNeeds: readonly RuleFact[]
  readonly needs: readonly RuleFact[]
  readonly failWhen: Test
  readonly severityWhen: readonly { readonly when: Test; readonly severity: Severity }[]
  /** The facts of failWhen, in its order, each once. */
  readonly facts: readonly RuleFact[]
  /** A fact that the rule's conditions ask, by name and parameters. */
  factOf(name: string, params: Readonly<Record<string, unknown>>): BoundFact
  operatorOf(name: string): Operator
  /** What stands in a finding's data, by name. */
  readonly data: readonly (readonly [string, RuleFact])[]
  readonly basis: readonly {
    readonly document: string
    readonly clause: string
    readonly certainty: Basis['certainty']
  }[]
}

/** What rules of one pack share when they are compiled. */
export interface RuleScope {
  readonly form: CompiledForm
  /** The form of the pack, where `form` has tables of other editions in it. */
  readonly ownForm: CompiledForm
  readonly terms: TermIndex
  readonly code: PackCode
  readonly conditions: Readonly<Record<string, Condition>>
  citation(instrument: string): string
}

/** Finds facts and operators: core's, then the pack's own. */
export const lookUpFact = (name: string, code: PackCode): { definition: FactDefinition; own: boolean } | undefined => {
  const core = coreFacts.get(name)
  if (core) return { definition: core, own: false }
  const own = code.facts && Object.hasOwn(code.facts, name) ? code.facts[name] : undefined
  return own && { definition: bindPackFact(own), own: true }
}

export const lookUpOperator = (name: string, code: PackCode): { apply: Operator; own: boolean } | undefined => {
  for (const [operators, own] of [
    [libraryOperators, false],
    [coreOperators, false],
    [code.operators ?? {}, true],
  ] as const) {
    const apply = Object.hasOwn(operators, name) ? operators[name] : undefined
    if (apply) return { apply, own }
  }
  return undefined
}

/** Compiles one rule of a pack that has passed its checks. */
export const compileRule = (rule: Rule, scope: RuleScope): CompiledRule => {
  const each = subjectKind(rule.each)
  const bound = new Map<string, RuleFact>()
  const bindFact = (name: string, params: Readonly<Record<string, unknown>> = {}): RuleFact => {
    const key = `${name} ${JSON.stringify(params)}`
    const known = bound.get(key)
    if (known) return known
    const { definition, own } = lookUpFact(name, scope.code)!
    const fact: RuleFact = {
      name,
      params,
      definition,
      bound: definition.bind({ form: scope.form, terms: scope.terms, each, params }),
      mayThrow: own,
    }
    bound.set(key, fact)
    return fact
  }
  const named = (name: string): Condition => scope.conditions[name]!
  const compileTest = (condition: Condition): Test =>
    compileCondition(condition, {
      fact: (name, params) => {
        const { bound: fact, mayThrow } = bindFact(name, params)
        return { value: fact.value, mayThrow }
      },
      operator: (name) => {
        const { apply, own } = lookUpOperator(name, scope.code)!
        return { apply, mayThrow: own }
      },
      named,
    })
  const factsOf = (condition: Condition | undefined): RuleFact[] => {
    if (!condition) return []
    const facts = comparisonsOf(condition, named).flatMap(({ fact = '', params, value }) => [
      bindFact(fact, params),
      ...(isFactReference(value) ? [bindFact(value.fact, value.params)] : []),
    ])
    return [...new Set(facts)]
  }
  const facts = factsOf(rule.failWhen)
  const needs = (rule.needs ?? []).flatMap((name) => {
    const used = facts.filter((fact) => fact.name === name)
    return used.length > 0 ? used : [bindFact(name)]
  })
  const applying = factsOf(rule.appliesWhen)
  const all = [...facts, ...applying]
  const ofOwnTables = each === 'row' || (each === 'table' && all.some(({ definition }) => definition.comparesForm))
  const isForeign = (table: number): boolean => scope.form.tables[table]!.edition !== scope.form.edition
  const outside =
    ofOwnTables && scope.form !== scope.ownForm
      ? subjectsWithin(rule.each, scope.ownForm).filter(({ table }) => isForeign(table))
      : []
  const places = placesOf(each, scope.form)
  const subjects =
    subjectsOf(rule.each, scope.form)?.filter(
      (subject) => !ofOwnTables || !places || !isForeign(places(subject).table),
    ) ?? null
  const byTraits = each === 'cell' && [...all, ...needs].every(({ definition }) => definition.byTraits)
  return {
    rule,
    each,
    subjects,
    outside,
    needsTable: each === 'table' && !all.some(({ definition }) => definition.ofPresence),
    hasLocal: places !== null && (subjects ?? []).some((subject) => places(subject).localRow >= 0),
    places,
    byTraits: byTraits && subjects && places ? byTable(subjects, places) : null,
    needsDocument: all.some(({ definition }) => definition.document) || each === 'heading',
    ofWholeReport:
      each === 'report' ||
      each === 'heading' ||
      all.some(({ definition: { prose, of }, params }) => prose && (of === undefined || params.in !== undefined)),
    failsForFound:
      rule.appliesWhen === undefined &&
      needs.length === 0 &&
      onlyFinds(rule.failWhen, named, (name, params) => bindFact(name, params).definition.ofFound === true),
    readsProse: all.some(({ definition }) => definition.prose),
    appliesWhen: rule.appliesWhen ? compileTest(rule.appliesWhen) : null,
    appliesNeeds: applying.filter(({ definition }) => definition.nullable),
    needs,
    failWhen: compileTest(rule.failWhen),
    severityWhen: (rule.severityWhen ?? []).map(({ when, severity }) => ({ when: compileTest(when), severity })),
    facts,
    factOf: (name, params) => bindFact(name, params).bound,
    operatorOf: (name) => lookUpOperator(name, scope.code)!.apply,
    data: dataOf(rule, facts, bindFact),
    basis: rule.basis.map(({ instrument, clause, certainty }) => ({
      document: scope.citation(instrument),
      clause,
      certainty,
    })),
  }
}

/** The rule's checks of rows or tables of a form. */
const subjectsWithin = (each: Rule['each'], form: CompiledForm): CompiledRule['outside'] => {
  const kind = subjectKind(each) as 'row' | 'table'
  const places = placesOf(kind, form)!
  return (subjectsOf(each, form) ?? []).map((subject) => ({
    key: keyOf(kind, subject, form),
    table: places(subject).table,
  }))
}

const byTable = (
  subjects: readonly number[],
  places: NonNullable<CompiledRule['places']>,
): NonNullable<CompiledRule['byTraits']> => {
  const tables = [...new Set(subjects.map((subject) => places(subject).table))]
  return tables.map((table) => {
    const own = subjects.filter((subject) => places(subject).table === table)
    return {
      table,
      plain: own.filter((subject) => places(subject).localRow < 0),
      local: own.filter((subject) => places(subject).localRow >= 0),
    }
  })
}

const dataOf = (
  rule: Rule,
  facts: readonly RuleFact[],
  bindFact: (name: string, params?: Record<string, unknown>) => RuleFact,
): (readonly [string, RuleFact])[] => {
  const given = Object.entries(rule.data ?? {}).map(
    ([name, { fact, params }]) => [name, bindFact(fact, params)] as const,
  )
  const names = new Set(given.map(([name]) => name))
  const own = facts.filter(
    ({ name }, index) => !names.has(name) && facts.findIndex((fact) => fact.name === name) === index,
  )
  const mentioned = placeholdersOf(rule).filter(
    (name) => !names.has(name) && !facts.some((fact) => fact.name === name) && coreFacts.has(name),
  )
  return [
    ...given,
    ...own.map((fact) => [fact.name, fact] as const),
    ...mentioned.map((name) => [name, bindFact(name)] as const),
  ]
}

/** The {{names}} of a rule's message, in all its languages. */
export const placeholdersOf = ({ message }: Rule): string[] => {
  const texts = typeof message === 'string' ? [message] : [message.zh, message.en ?? '']
  return [...new Set(texts.flatMap((text) => [...text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map((match) => match[1]!)))]
}

/** How many subjects of the rule this report has. */
export const countSubjects = ({ subjects }: CompiledRule, reading: Reading): number =>
  subjects?.length ?? headingsOf(reading).length
