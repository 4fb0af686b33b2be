import type { Failure, Pack, PackDiff } from '@gouji/core'
import type { CatalogueFormat } from '../create-reporter.js'
import { jsonText } from '../json/json-text.js'
import type { ComparisonRecord } from '../record/to-comparison-record.js'
import { packDiffLines } from './pack-diff-lines.js'
import { packDiffPage } from './pack-diff-page.js'
import type { CatalogueOptions } from './render-rule.js'

/** Two packs and how they differ; with reports, what they say differently of them. */
export interface ComparedPacks {
  readonly from: Pack
  readonly to: Pack
  readonly diff: PackDiff
  readonly reports?: {
    readonly compared: readonly ComparisonRecord[]
    readonly failures: readonly Failure[]
  }
}

/** How two packs differ, in the format: Markdown fit for a comment on a change, JSON with every value whole. */
export const renderPackDiff = (packs: ComparedPacks, format: CatalogueFormat, options: CatalogueOptions): string => {
  const { from, to, diff, reports } = packs
  switch (format) {
    case 'terminal':
      return packDiffLines(packs, options)
    case 'json':
      return `${jsonText({ from: identityOf(from), to: identityOf(to), ...diff, ...(reports && { reports }) }, 2)}\n`
    case 'markdown':
      return packDiffPage(packs, options.lang)
    default:
      return format satisfies never
  }
}

const identityOf = ({ name, version, edition, integrity }: Pack) => ({ name, version, edition, integrity })
