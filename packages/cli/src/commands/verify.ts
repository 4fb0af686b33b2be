import type { Result } from '@gouji/core'
import { type Difference, jsonText, type Lang, renderVerification, say, type Verification } from '@gouji/reporters'
import type { YargsArguments } from 'yargs'
import { openRun } from '../auditing/open-run.js'
import { EXIT, type ExitStatus } from '../exit-status.js'
import { readResult } from '../gate/read-result.js'
import { tell } from '../output/standard-output.js'
import { terminalOf } from '../output/terminal.js'
import { askedLang, listArgument, textArgument } from '../settings/arguments.js'
import { UsageError } from '../usage-error.js'
import { auditAgain } from '../verify/audit-again.js'
import { changedFiles, changedPacks } from '../verify/changed-parts.js'
import { refuseOddOptions } from '../verify/refuse-odd-options.js'

/** Audits again what a result says was audited, by either judge, and compares byte by byte; else tells what has changed. */
export const verify = async (args: YargsArguments): Promise<ExitStatus> => {
  const lang = askedLang(args)
  const { path, bytes, sha256, result } = await readResult(textArgument(args, 'result', lang) ?? '', lang)
  const inputs = [...result.audits.map(({ input }) => input.path), ...result.failures.map((failure) => failure.path)]
  if (inputs.length === 0)
    throw new UsageError(
      say(lang, `${path}: 其中没有报告，没有什么可核对`, `${path}: there is no report in it, and nothing to verify`),
    )
  if (inputs.includes('-'))
    throw new UsageError(
      say(
        lang,
        `${path}: 其中有从标准输入读的报告，无法重新读取，不能核对`,
        `${path}: one of its reports came by standard input and cannot be read again`,
      ),
    )
  refuseOddOptions(result, path, lang)
  const differences = await changedFiles(result)
  // What was made of other files or by other packs cannot come out the same; to see that, nothing is audited.
  if (differences.every(({ kind }) => kind === 'tool'))
    differences.push(...(await judgeAgain(result, bytes, path, listArgument(args, 'pack', lang))))
  const verification: Verification = {
    schemaVersion: 1,
    result: { path, sha256 },
    verified: differences.length === 0,
    inputs: inputs.length,
    differences,
  }
  await tell(textOf(verification, args, lang))
  if (differences.some(({ kind }) => kind === 'judge')) return EXIT.broken
  return verification.verified ? EXIT.clean : EXIT.findings
}

const JUDGES = ['compiled', 'reference'] as const

const judgeAgain = async (
  result: Result,
  bytes: Buffer,
  path: string,
  trustedPacks: readonly string[],
): Promise<Difference[]> => {
  const differing: Difference[] = []
  for (const judge of JUDGES) {
    const args = { ...argumentsOf(result), judge } as unknown as YargsArguments
    const run = await openRun(args, [], {
      trustedPacks,
      configWasNamed: 'config' in result.run.options,
      wasLocked: result.run.files.some(({ role }) => role === 'lock'),
    })
    const packs = changedPacks(result, run.packs)
    if (packs.length > 0) {
      await run.reader.close()
      return packs
    }
    const found = await auditAgain(run, result, bytes)
    if (found !== null)
      differing.push({ kind: 'result', name: path, recorded: found.expected, now: found.actual, line: found.line })
  }
  const [compiled, reference] = differing
  if (differing.length === 1 || compiled?.line !== reference?.line) return [{ ...differing[0]!, kind: 'judge' }]
  return differing.slice(0, 1)
}

/** The arguments of the run: what it found is named, and what it did not find is denied, whatever is there now. */
const argumentsOf = ({ run: { options, files }, lang, asOf }: Result): Readonly<Record<string, unknown>> => {
  const found = (['config', 'waivers', 'baseline'] as const).map((role) => [
    role,
    files.find((file) => file.role === role)?.path ?? false,
  ])
  return { ...options, ...Object.fromEntries(found), lang, 'as-of': asOf }
}

const textOf = (verification: Verification, args: YargsArguments, lang: Lang): string =>
  textArgument(args, 'format', lang) === 'json'
    ? `${jsonText(verification, 2)}\n`
    : renderVerification(verification, { lang, ...terminalOf(args) })
