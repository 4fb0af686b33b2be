import { type Audit, type AuditOptions, auditReport, type CompiledPack, type Pack, type Report } from '@gouji/core'
import type { Given } from '@gouji/intake'
import { failureLine, type Lang, noticesOf, say, toAuditRecord } from '@gouji/reporters'
import type { YargsArguments } from 'yargs'
import { EXIT, type ExitStatus, worse } from '../exit-status.js'
import { failureOf } from '../inputs/failure-of.js'
import { InputError } from '../inputs/input-error.js'
import { type Input, listInputs } from '../inputs/list-inputs.js'
import { readInput } from '../inputs/read-input.js'
import { followLinks } from '../output/follow-links.js'
import { OutputError } from '../output/output-error.js'
import { startProgress } from '../output/progress.js'
import { openSinks, parseOutput, type Sinks } from '../output/sinks.js'
import { complain } from '../output/standard-output.js'
import { terminalOf } from '../output/terminal.js'
import { loadJudges } from '../packs/load-packs.js'
import { readersOf } from '../packs/readers-of.js'
import { asOfArgument, givenArguments, listArgument, textArgument } from '../settings/arguments.js'
import { readSettings } from '../settings/settings.js'
import { UsageError } from '../usage-error.js'

type Judge = (report: Report) => Audit | Promise<Audit>

/** Audits every input that the paths name, one by one, and reports each as it is done. */
export const audit = async (args: YargsArguments): Promise<ExitStatus> => {
  const settings = await readSettings(args)
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
  const tool = { name: 'gouji', version: GOUJI_VERSION }
  const sinks = await openSinks(settings.format, outputs, { lang, tool, asOf, packs, ...terminalOf(args) })
  try {
    return await run({ inputs, packs, given, judge, sinks, lang, asOf, failOn: settings.failOn })
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
  readonly given: Given
  readonly judge: Judge
  readonly sinks: Sinks
  readonly lang: Lang
  readonly asOf: string
  readonly failOn: AuditOptions['failOn']
}

const run = async ({ inputs, packs, given, judge, sinks, lang, asOf, failOn }: Run): Promise<ExitStatus> => {
  let status: ExitStatus = EXIT.clean
  let failures = 0
  let broke = false
  const used = new Set<string>()
  const readers = readersOf(packs)
  const progress = startProgress(inputs.length, lang)
  for (const [index, { path, missing, detail }] of inputs.entries()) {
    progress.tell(index)
    try {
      if (missing !== undefined) throw new InputError(missing, detail === undefined ? {} : { detail })
      const { report, mediaType, sha256 } = await readInput(path, readers, given)
      const result = await judge(report)
      const record = toAuditRecord(result, { path, mediaType, sha256 }, lang, packs)
      if (record.pack !== null) used.add(record.pack)
      if (record.counts.rules.broken > 0) broke = true
      if (record.verdict !== 'pass' && failOn !== 'never') status = worse(status, EXIT.findings)
      progress.clear()
      await sinks.audit(record)
    } catch (error) {
      if (error instanceof OutputError) throw error
      const failure = failureOf(error, path, lang)
      if (failure.code === 'READER_BROKE') broke = true
      failures++
      status = worse(status, EXIT.unusable)
      progress.clear()
      complain(failureLine(failure, lang))
      await sinks.failure(failure)
    }
  }
  progress.clear()
  const notices = noticesOf(
    packs.filter(({ name }) => used.has(name)),
    packs,
    asOf,
    lang,
  )
  await sinks.end({ failures, notices, executionSuccessful: !broke })
  return broke ? EXIT.broken : status
}
