import {
  type AuditOptions,
  auditReport,
  type CompiledPack,
  compareAudits,
  diffPacks,
  type FailOn,
  type Failure,
} from '@gouji/core'
import { type ComparisonRecord, type Lang, renderPackDiff, toComparisonRecord } from '@gouji/reporters'
import type { YargsArguments } from 'yargs'
import { EXIT, type ExitStatus } from '../exit-status.js'
import { type Input, listInputs } from '../inputs/list-inputs.js'
import { print } from '../output/standard-output.js'
import { terminalOf } from '../output/terminal.js'
import { loadPacks } from '../packs/load-packs.js'
import { namedPack } from '../packs/named-pack.js'
import { type Readers, readersOf } from '../packs/readers-of.js'
import { createReader } from '../reading/document-reader.js'
import { eachReport } from '../reading/each-report.js'
import { listArgument, textArgument } from '../settings/arguments.js'
import type { Limits } from '../settings/limits.js'
import { readSettings } from '../settings/settings.js'

/** Compares two packs; where reports are given, audits each by either pack and compares what they say. */
export const packsDiff = async (args: YargsArguments): Promise<ExitStatus> => {
  const { lang, format, failOn, packs, limits } = await readSettings(args)
  const loaded = await loadPacks(packs, lang)
  const from = await namedPack(textArgument(args, 'from', lang) ?? '', loaded, lang)
  const to = await namedPack(textArgument(args, 'to', lang) ?? '', loaded, lang)
  const paths = listArgument(args, 'reports', lang)
  const inputs = await listInputs(paths, new Set(), lang)
  // A report is read once, by the forms of all packs, and its tables may follow any of them.
  const readers = readersOf([...loaded, from, to].map(({ pack }) => pack))
  const { status, ...reports } = await compareReports(inputs, from, to, { failOn, readers, limits }, lang)
  await print(
    renderPackDiff(
      {
        from: from.pack,
        to: to.pack,
        diff: diffPacks(from.pack, to.pack),
        ...(paths.length > 0 && { reports }),
      },
      format,
      { lang, ...terminalOf(args) },
    ),
  )
  return status
}

interface Compared {
  readonly compared: readonly ComparisonRecord[]
  readonly failures: readonly Failure[]
  readonly status: ExitStatus
}

const compareReports = async (
  inputs: readonly Input[],
  from: CompiledPack,
  to: CompiledPack,
  { failOn, readers, limits }: { readonly failOn: FailOn; readonly readers: Readers; readonly limits: Limits },
  lang: Lang,
): Promise<Compared> => {
  const compared: ComparisonRecord[] = []
  const failures: Failure[] = []
  const options: AuditOptions = { failOn, forms: readers.forms }
  let ruleBroke = false
  const { broke } = await eachReport(inputs, createReader(readers, {}, limits), lang, {
    report: (path, { report }) => {
      const before = auditReport(report, [from], options)
      const after = auditReport(report, [to], options)
      if (before.counts.rules.broken + after.counts.rules.broken > 0) ruleBroke = true
      compared.push(toComparisonRecord(compareAudits(before, after), path, lang))
    },
    failure: (failure) => {
      failures.push(failure)
    },
  })
  const status = broke || ruleBroke ? EXIT.broken : failures.length > 0 ? EXIT.unusable : EXIT.clean
  return { compared, failures, status }
}
