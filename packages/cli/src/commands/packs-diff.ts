import {
  type AuditOptions,
  auditReport,
  type CompiledPack,
  compareAudits,
  diffPacks,
  type FailOn,
  type Failure,
} from '@gouji/core'
import { type ComparisonRecord, failureLine, type Lang, renderPackDiff, toComparisonRecord } from '@gouji/reporters'
import type { YargsArguments } from 'yargs'
import { EXIT, type ExitStatus } from '../exit-status.js'
import { failureOf } from '../inputs/failure-of.js'
import { InputError } from '../inputs/input-error.js'
import { type Input, listInputs } from '../inputs/list-inputs.js'
import { readInput } from '../inputs/read-input.js'
import { startProgress } from '../output/progress.js'
import { complain, print } from '../output/standard-output.js'
import { terminalOf } from '../output/terminal.js'
import { loadPacks } from '../packs/load-packs.js'
import { namedPack } from '../packs/named-pack.js'
import { type Readers, readersOf } from '../packs/readers-of.js'
import { listArgument, textArgument } from '../settings/arguments.js'
import { readSettings } from '../settings/settings.js'

/** Compares two packs; where reports are given, audits each by either pack and compares what they say. */
export const packsDiff = async (args: YargsArguments): Promise<ExitStatus> => {
  const { lang, format, failOn, packs } = await readSettings(args)
  const loaded = await loadPacks(packs, lang)
  const from = await namedPack(textArgument(args, 'from', lang) ?? '', loaded, lang)
  const to = await namedPack(textArgument(args, 'to', lang) ?? '', loaded, lang)
  const paths = listArgument(args, 'reports', lang)
  const inputs = await listInputs(paths, new Set(), lang)
  // A report is read once, by the forms of all packs, and its tables may follow any of them.
  const readers = readersOf([...loaded, from, to].map(({ pack }) => pack))
  const { status, ...reports } = await compareReports(inputs, from, to, { failOn, readers }, lang)
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
  { failOn, readers }: { readonly failOn: FailOn; readonly readers: Readers },
  lang: Lang,
): Promise<Compared> => {
  const compared: ComparisonRecord[] = []
  const failures: Failure[] = []
  const options: AuditOptions = { failOn, forms: readers.forms }
  let broke = false
  const progress = startProgress(inputs.length, lang)
  for (const [index, { path, missing, detail }] of inputs.entries()) {
    progress.tell(index)
    try {
      if (missing !== undefined) throw new InputError(missing, detail === undefined ? {} : { detail })
      const { report } = await readInput(path, readers, {})
      const before = auditReport(report, [from], options)
      const after = auditReport(report, [to], options)
      if (before.counts.rules.broken + after.counts.rules.broken > 0) broke = true
      compared.push(toComparisonRecord(compareAudits(before, after), path, lang))
    } catch (error) {
      const failure = failureOf(error, path, lang)
      if (failure.code === 'READER_BROKE') broke = true
      failures.push(failure)
      progress.clear()
      complain(failureLine(failure, lang))
    }
  }
  progress.clear()
  return { compared, failures, status: broke ? EXIT.broken : failures.length > 0 ? EXIT.unusable : EXIT.clean }
}
