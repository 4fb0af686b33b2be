import type { AuditRecord } from '@gouji/core'
import { bodyText, incompleteText, yearText } from '../message/audit-text.js'
import { cleanText } from '../message/clean-text.js'
import { say } from '../message/lang.js'
import { ruleTitles } from '../message/rule-titles.js'
import { REPORT_VERDICT } from '../message/words.js'
import type { Reporter, ReporterOptions } from '../reporter.js'
import { type Outcome, outcomeOf } from './test-case.js'
import { toldLines } from './told-lines.js'
import { xmlElement, xmlLines } from './xml.js'

interface Case {
  readonly name: string
  readonly outcome: Outcome
}

/**
 * JUnit's XML by the strict schema: a suite for each report, a case for each rule. A suite is green if and only if its
 * report passes; what could not be read is a suite with an error.
 */
export const junitReporter = (options: ReporterOptions): Reporter => {
  const { lang, asOf, packs } = options
  const titles = new Map(packs.map((pack) => [pack.name, ruleTitles(pack, lang)]))
  let id = 0
  const suite = (path: string, properties: Properties, cases: readonly Case[], told: readonly string[]): string => {
    // The schema wants a name that is not blank.
    const name = cleanText(path).trim() || '-'
    return xmlElement(
      'testsuite',
      {
        name,
        package: 'gouji',
        id: id++,
        timestamp: `${asOf}T00:00:00`,
        // Neither is known: the same audits give the same text.
        hostname: 'localhost',
        time: 0,
        tests: cases.length,
        failures: countOf(cases, 'failure'),
        errors: countOf(cases, 'error'),
        skipped: countOf(cases, 'skipped'),
      },
      [
        '\n',
        xmlElement(
          'properties',
          {},
          `\n${Object.entries(properties)
            .map(([name, value]) => xmlElement('property', { name, value }))
            .join('')}`,
        ),
        ...cases.map((each) => caseElement(each, name)),
        xmlElement('system-out', {}, xmlLines(told)),
        xmlElement('system-err', {}),
      ].join(''),
    )
  }
  return {
    begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n',
    audit: (record) => {
      const { input, body, pack, verdict } = record
      const titleOf = titles.get(pack ?? '')
      const cases = record.rules.map((rule) => ({
        name: `${rule.id} ${titleOf?.(rule.id) ?? ''}`.trim(),
        outcome: outcomeOf(rule, record, options, lang),
      }))
      const properties = {
        body: bodyText(body, lang),
        year: yearText(record, lang),
        pack: pack ?? '',
        selectedBy: record.selectedBy,
        verdict,
        sha256: input.sha256,
      }
      return suite(input.path, properties, withVerdict(cases, record, options), toldLines(record, options, lang))
    },
    failure: ({ path, code, message }) => {
      const outcome: Outcome = { kind: 'error', type: code, message }
      return suite(path, {}, [{ name: say(lang, '读取', 'read'), outcome }], [])
    },
    end: ({ notices }) =>
      `${
        notices.length === 0
          ? ''
          : suite(
              'gouji',
              {},
              [],
              notices.map(({ message }) => message),
            )
      }</testsuites>\n`,
  }
}

type Properties = Readonly<Record<string, string>>

/** The cases, and one that says why the report does not pass where none of them does: no pack judged it, say. */
const withVerdict = (cases: readonly Case[], record: AuditRecord, { lang }: ReporterOptions): readonly Case[] => {
  if (record.verdict === 'pass' || countOf(cases, 'failure') + countOf(cases, 'error') > 0) return cases
  const word = REPORT_VERDICT[lang][record.verdict]
  const kind = record.verdict === 'fail' ? 'failure' : 'error'
  const outcome: Outcome = { kind, type: record.verdict, message: incompleteText(record, lang) || word }
  return [...cases, { name: word, outcome }]
}

const countOf = (cases: readonly Case[], kind: Outcome['kind']): number =>
  cases.filter(({ outcome }) => outcome.kind === kind).length

const caseElement = ({ name, outcome }: Case, classname: string): string => {
  const { kind, type, message = '', lines = [] } = outcome
  const attributes = { name, classname, time: 0 }
  if (kind === 'passed') return xmlElement('testcase', attributes)
  const told = kind === 'skipped' ? { message } : { message, type: type ?? kind }
  return xmlElement('testcase', attributes, `\n${xmlElement(kind, told, xmlLines(lines))}`)
}
