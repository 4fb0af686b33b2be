import { type AuditOptions, auditReport, type CompiledPack, compareAudits, diffPacks, type Failure } from '@gouji/core'
import {
  type ComparisonRecord,
  failureLine,
  type Lang,
  noticeLine,
  passedOverNotice,
  renderPackDiff,
  toComparisonRecord,
} from '@gouji/reporters'
import type { YargsArguments } from 'yargs'
import { EXIT, type ExitStatus } from '../exit-status.js'
import type { Input } from '../inputs/input.js'
import { listInputs } from '../inputs/list-inputs.js'
import { complain, tell } from '../output/standard-output.js'
import { terminalOf } from '../output/terminal.js'
import { allPacks, loadPacks } from '../packs/load-packs.js'
import { namedPack } from '../packs/named-pack.js'
import { type Readers, readersOf } from '../packs/readers-of.js'
import { createReader } from '../reading/document-reader.js'
import { eachReport } from '../reading/each-report.js'
import { askedLang, listArgument, textArgument } from '../settings/arguments.js'
import { ownFiles } from '../settings/own-files.js'
import { readSettings, type Settings } from '../settings/settings.js'

/** Compares two packs; where reports are given, audits each by either pack and compares what they say. */
export const packsDiff = async (args: YargsArguments): Promise<ExitStatus> => {
  const paths = listArgument(args, 'reports', askedLang(args))
  const settings = await readSettings(args, { inputs: paths, judges: paths.length > 0 })
  const { lang, format, lock } = settings
  // Packs are compared as they are, whatever severities the config gives their rules.
  const loaded = await loadPacks({ ...settings.packs, severities: new Map() }, lock, lang)
  const known = allPacks(loaded)
  const from = await namedPack(textArgument(args, 'from', lang) ?? '', known, lang)
  const to = await namedPack(textArgument(args, 'to', lang) ?? '', known, lang)
  const { inputs, passedOver } = await listInputs(paths, await ownFiles([], settings), lang)
  for (const passed of passedOver) complain(noticeLine(passedOverNotice(passed, lang).message, lang))
  // A report is read once, by the forms of all packs, and its tables may follow any of them.
  const readers = readersOf({ ...loaded, general: [...loaded.general, { compiled: from }, { compiled: to }] })
  const { status, ...reports } = await compareReports(inputs, from, to, { readers, settings }, lang)
  await tell(
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
  { readers, settings }: { readonly readers: Readers; readonly settings: Settings },
  lang: Lang,
): Promise<Compared> => {
  const compared: ComparisonRecord[] = []
  const failures: Failure[] = []
  const options: AuditOptions = { failOn: settings.failOn, forms: readers.forms }
  let ruleBroke = false
  const { broke } = await eachReport(inputs, createReader(readers, {}, settings), lang, {
    report: (path, { report }) => {
      const before = auditReport(report, [from], options)
      const after = auditReport(report, [to], options)
      if (before.counts.rules.broken + after.counts.rules.broken > 0) ruleBroke = true
      compared.push(toComparisonRecord(compareAudits(before, after), path, lang))
    },
    failure: (failure) => {
      complain(failureLine(failure, lang))
      failures.push(failure)
    },
  })
  const status = broke || ruleBroke ? EXIT.broken : failures.length > 0 ? EXIT.unusable : EXIT.clean
  return { compared, failures, status }
}
