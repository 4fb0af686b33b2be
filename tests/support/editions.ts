import {
  type Audit,
  auditReport,
  type CompiledPack,
  compilePack,
  type Form,
  type Pack,
  type PackCode,
  type Report,
} from '@gouji/core'
import { readText as modelOf, readModel } from '@gouji/intake'
import * as rules2020 from '@gouji/rules-2020'
import * as rules2021 from '@gouji/rules-2021'
import { type Layout, renderReport } from '../../packages/intake/test/support/render-report.js'

export type MutableReport = { -readonly [key in keyof Report]: Report[key] } & {
  title: string
  preface: string
  sections: Record<
    string,
    {
      heading?: string
      text?: string
      tables?: Record<string, { form: string; rows: Record<string, Record<string, unknown>> }>
    }
  >
}

/** An edition with what tests do with its reports. */
export interface Edition {
  readonly name: string
  readonly pack: Pack
  readonly code: PackCode
  readonly compiled: CompiledPack
  /** The clean report, free to be changed. */
  cleanReport(): MutableReport
  /** The text of a report of the edition in a layout, with the units that the clean report's headers state. */
  textOf(report: Report, layout: Layout): string
}

const editionOf = ({ pack, code }: { readonly pack: Pack; readonly code: PackCode }): Edition => ({
  name: pack.edition,
  pack,
  code,
  compiled: compilePack(pack, code),
  cleanReport: () => structuredClone(pack.clean) as MutableReport,
  textOf: (report, layout) => renderReport(report, pack.form, layout).replace(/采购总金额(?!\()/, '采购总金额(万元)'),
})

export const edition2020 = editionOf(rules2020)
export const edition2021 = editionOf(rules2021)
export const editions: readonly Edition[] = [edition2020, edition2021]

/** By name, for `test.each`. */
export const byEdition = editions.map((edition): [string, Edition] => [edition.name, edition])

export const packs: readonly CompiledPack[] = editions.map(({ compiled }) => compiled)
export const forms: readonly Form[] = editions.map(({ pack }) => pack.form)

/** The audit by the pack of the report's year. */
export const audit = (report: Report): Audit => auditReport(report, packs)

export const readText = (text: string): Report => readModel(modelOf(text), { forms })

/** `error sum/requests-row` of every finding, in their order. */
export const raised = ({ findings }: Audit): string[] => findings.map(({ rule, severity }) => `${severity} ${rule.id}`)

/** The ids of the rules that were raised, each once, sorted. */
export const raisedRules = ({ findings }: Audit): string[] => [...new Set(findings.map(({ rule }) => rule.id))].sort()
