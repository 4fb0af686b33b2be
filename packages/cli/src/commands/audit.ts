import { type Audit, type AuditOptions, auditReport, type CompiledPack, type Pack, type Report } from '@gouji/core'
import { type Format, type Lang, noticesOf, say, toAuditRecord } from '@gouji/reporters'
import type { YargsArguments } from 'yargs'
import { EXIT, type ExitStatus, worse } from '../exit-status.js'
import { type Input, listInputs } from '../inputs/list-inputs.js'
import { followLinks } from '../output/follow-links.js'
import { openSinks, parseOutput, type Sinks } from '../output/sinks.js'
import { terminalOf } from '../output/terminal.js'
import { loadJudges } from '../packs/load-packs.js'
import { readersOf } from '../packs/readers-of.js'
import { createReader, type DocumentReader } from '../reading/document-reader.js'
import { eachReport } from '../reading/each-report.js'
import { asOfArgument, givenArguments, listArgument, textArgument } from '../settings/arguments.js'
import { readSettings } from '../settings/settings.js'
import { UsageError } from '../usage-error.js'

type Judge = (report: Report) => Audit | Promise<Audit>

/** Audits every input that the paths name, one by one, and reports each as it is done. */
export const audit = async (args: YargsArguments): Promise<ExitStatus> => {
  const settings = await readSettings<Format>(args)
  const { lang } = settings
  const paths = [...listArgument(args, 'paths', lang), ...listArgument(args, '_', lang)]
  if (paths.length === 0)
    throw new UsageError(
      say(
        lang,
        '要审核哪些报告？请给出文件、文件夹、通配符，或用 - 读标准输入',
        'which reports? Give files, folders, globs, or - for standard input',
      ),
    )
  const given = givenArguments(args, lang)
  const outputs = listArgument(args, 'output', lang).map((text) => parseOutput(text, lang))
  const asOf = asOfArgument(args, lang)
  const compiled = await loadJudges(settings.packs, lang)
  const packs = compiled.map(({ pack }) => pack)
  const judge = await chooseJudge(textArgument(args, 'judge', lang), compiled, { failOn: settings.failOn })
  const targets = new Set(await Promise.all(outputs.map(({ path }) => followLinks(path))))
  const inputs = await listInputs(paths, targets, lang)
  const reader = createReader(readersOf(packs), given, settings.limits)
  const tool = { name: 'gouji', version: GOUJI_VERSION }
  const sinks = await openSinks(settings.format, outputs, {
    lang,
    tool,
    asOf,
    run: { options: {}, files: [] },
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

const chooseJudge = async (
  name: string | undefined,
  packs: readonly CompiledPack[],
  options: AuditOptions,
): Promise<Judge> => {
  if (name !== 'reference') return (report) => auditReport(report, packs, options)
  const { auditWithReference } = await import('@gouji/core/reference')
  return (report) => auditWithReference(report, packs, options)
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
