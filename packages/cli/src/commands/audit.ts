import { type Audit, type AuditOptions, auditReport, type Pack, type Report } from '@gouji/core'
import { type Format, type Lang, noticesOf, say, toAuditRecord } from '@gouji/reporters'
import type { YargsArguments } from 'yargs'
import { EXIT, type ExitStatus, worse } from '../exit-status.js'
import { type Input, listInputs } from '../inputs/list-inputs.js'
import { openSinks, type Sinks } from '../output/sinks.js'
import { terminalOf } from '../output/terminal.js'
import { candidatesFor, refuseClash } from '../packs/candidates.js'
import { allPacks, type LoadedPacks, loadPacks } from '../packs/load-packs.js'
import { readersOf } from '../packs/readers-of.js'
import { createReader, type DocumentReader } from '../reading/document-reader.js'
import { eachReport } from '../reading/each-report.js'
import { askedLang, asOfArgument, givenArguments, listArgument, textArgument } from '../settings/arguments.js'
import { outputsOf, ownFiles } from '../settings/own-files.js'
import { runOptions } from '../settings/run-options.js'
import { readSettings } from '../settings/settings.js'
import { UsageError } from '../usage-error.js'

type Judge = (report: Report) => Audit | Promise<Audit>

/** Audits every input that the paths name, one by one, and reports each as it is done. */
export const audit = async (args: YargsArguments): Promise<ExitStatus> => {
  const paths = [...listArgument(args, 'paths', askedLang(args)), ...listArgument(args, '_', askedLang(args))]
  const settings = await readSettings<Format>(args, { inputs: paths, judges: true })
  const { lang, lock } = settings
  if (paths.length === 0)
    throw new UsageError(
      say(
        lang,
        '要审核哪些报告？请给出文件、文件夹、通配符，或用 - 读标准输入',
        'which reports? Give files, folders, globs, or - for standard input',
      ),
    )
  const given = givenArguments(args, lang)
  const outputs = await outputsOf(listArgument(args, 'output', lang), settings)
  const asOf = asOfArgument(args, lang)
  const loaded = await loadPacks(settings.packs, lock, lang)
  refuseClash(loaded.general, lang)
  const readers = readersOf(loaded)
  const judge = await chooseJudge(textArgument(args, 'judge', lang), loaded, {
    failOn: settings.failOn,
    forms: readers.forms,
  })
  const inputs = await listInputs(paths, await ownFiles(outputs, settings), lang)
  const packs = allPacks(loaded).map(({ pack }) => pack)
  const reader = createReader(readers, given, settings)
  const tool = { name: 'gouji', version: GOUJI_VERSION }
  const sinks = await openSinks(settings.format, outputs, {
    lang,
    tool,
    asOf,
    run: { options: runOptions(args, settings), files: settings.files },
    packs,
    // With never, reports are judged as for error.
    ...(settings.failOn !== 'never' && { failOn: settings.failOn }),
    ...terminalOf(args),
  })
  try {
    return await run({ inputs, packs, reader, judge, sinks, lang, asOf, failOn: settings.failOn })
  } catch (error) {
    await sinks.abandon()
    throw error
  }
}

const chooseJudge = async (name: string | undefined, loaded: LoadedPacks, options: AuditOptions): Promise<Judge> => {
  if (name !== 'reference') return (report) => auditReport(report, candidatesFor(report, loaded), options)
  const { auditWithReference } = await import('@gouji/core/reference')
  return (report) => auditWithReference(report, candidatesFor(report, loaded), options)
}

interface Run {
  readonly inputs: readonly Input[]
  readonly packs: readonly Pack[]
  readonly reader: DocumentReader
  readonly judge: Judge
  readonly sinks: Sinks
  readonly lang: Lang
  readonly asOf: string
  readonly failOn: AuditOptions['failOn']
}

const run = async ({ inputs, packs, reader, judge, sinks, lang, asOf, failOn }: Run): Promise<ExitStatus> => {
  let status: ExitStatus = EXIT.clean
  let ruleBroke = false
  const used = new Set<string>()
  const { failures, broke } = await eachReport(inputs, reader, lang, {
    report: async (path, { report, mediaType, sha256 }, quiet) => {
      const record = toAuditRecord(await judge(report), { path, mediaType, sha256 }, lang, packs)
      if (record.pack !== null) used.add(record.pack)
      if (record.counts.rules.broken > 0) ruleBroke = true
      if (record.verdict !== 'pass' && failOn !== 'never') status = worse(status, EXIT.findings)
      quiet()
      await sinks.audit(record)
    },
    failure: (failure) => sinks.failure(failure),
  })
  if (failures > 0) status = worse(status, EXIT.unusable)
  const notices = noticesOf(
    packs.filter(({ name }) => used.has(name)),
    packs,
    asOf,
    lang,
  )
  const isBroken = broke || ruleBroke
  await sinks.end({ failures, notices, executionSuccessful: !isBroken })
  return isBroken ? EXIT.broken : status
}
