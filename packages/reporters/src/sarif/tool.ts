import type { Pack } from '@gouji/core'
import type { ReportingDescriptorReference, Tool, ToolComponent } from 'sarif'
import { type Lang, textOf } from '../message/lang.js'
import { yearsText } from '../message/selection-text.js'
import { toPackInfo } from '../record/to-pack-info.js'
import type { ReporterOptions } from '../reporter.js'
import { ruleDescriptor } from './rule-descriptor.js'
import { sarifText } from './sarif-text.js'

/** The program, with what stands in it beside the packs, and the packs as its extensions, each with all its rules. */
export const toolOf = (
  { tool, packs, asOf, lang }: ReporterOptions,
  own: Pick<ToolComponent, 'rules' | 'notifications'>,
): Tool => ({
  driver: {
    name: tool.name,
    version: tool.version,
    semanticVersion: tool.version,
    language: languageOf(lang),
    ...own,
  },
  extensions: packs.map((pack) => {
    const { name, version, edition, integrity, status } = toPackInfo(pack, asOf)
    return {
      name,
      version,
      semanticVersion: version,
      language: languageOf(lang),
      shortDescription: sarifText(textOf(pack.title, lang)),
      rules: pack.rules.map((rule) => ruleDescriptor(rule, pack, lang)),
      properties: { edition, integrity, status, reportYears: yearsText(pack) },
    }
  }),
})

export const languageOf = (lang: Lang): string => (lang === 'zh' ? 'zh-CN' : 'en-US')

/** Yields the reference to a pack's rule among the tool's extensions. */
export const ruleReferences = (
  packs: readonly Pack[],
): ((pack: string, ruleId: string) => ReportingDescriptorReference) => {
  const known = new Map(
    packs.map(({ name, rules }, index) => [name, { index, rules: new Map(rules.map(({ id }, at) => [id, at])) }]),
  )
  return (pack, ruleId) => {
    const { index, rules } = known.get(pack) ?? {}
    const at = rules?.get(ruleId)
    if (index === undefined || at === undefined) return { id: ruleId }
    return { id: ruleId, index: at, toolComponent: { name: pack, index } }
  }
}
