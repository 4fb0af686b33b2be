import { type Audit, auditReport, compilePack, type Report } from '@gouji/core'
import { readDocument } from '@gouji/intake'
import { code, pack } from '@gouji/rules-2020'
import { type Layout, renderReport } from '../../packages/intake/test/support/render-report.js'

export { pack } from '@gouji/rules-2020'

export const pack2020 = compilePack(pack, code)

export const audit2020 = (report: Report): Audit => auditReport(report, [pack2020])

/** The clean report, free to be changed. */
export const cleanReport = () => structuredClone(pack.clean) as MutableReport

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

/** The text of a report in a layout, with the unit that the clean report's header states. */
export const textOf = (report: Report, layout: Layout): string =>
  renderReport(report, pack.form, layout).replace('采购总金额', '采购总金额(万元)')

export const readText = (text: string): Report =>
  readDocument({ name: 'report.txt', bytes: new TextEncoder().encode(text) }, { forms: [pack.form] }).report

/** `error sum/requests-row` of every finding, in their order. */
export const raised = ({ findings }: Audit): string[] => findings.map(({ rule, severity }) => `${severity} ${rule.id}`)

/** The ids of the rules that were raised, each once, sorted. */
export const raisedRules = ({ findings }: Audit): string[] => [...new Set(findings.map(({ rule }) => rule.id))].sort()
