import { type Audit, type Finding, normalizeLabel, seenValues, type Waiver } from '@gouji/core'
import { cleanText, failureLine, messageOf, say } from '@gouji/reporters'
import type { YargsArguments } from 'yargs'
import { openRun, type Run } from '../auditing/open-run.js'
import { EXIT, type ExitStatus } from '../exit-status.js'
import { addWaivers } from '../gate/add-waivers.js'
import { failureOf } from '../inputs/failure-of.js'
import { tell } from '../output/standard-output.js'
import { shownPath } from '../project/shown-path.js'
import { askedLang, dayArgument, textArgument } from '../settings/arguments.js'
import { defaultWaivers } from '../settings/gate-settings.js'
import { UsageError } from '../usage-error.js'

/** Audits one report and writes a waiver of one of its findings, on the values that stand there now. */
export const waive = async (args: YargsArguments): Promise<ExitStatus> => {
  const path = textArgument(args, 'path', askedLang(args)) ?? '-'
  // Its own gate is no part of it: the file of waivers may not be there yet.
  const run = await openRun({ ...args, waivers: false, baseline: false }, [path])
  const { lang, settings, asOf } = run
  const given = {
    reason: neededArgument(args, 'reason', run),
    approver: neededArgument(args, 'approver', run),
    expires: neededArgument(args, 'expires', run),
  }
  dayArgument(args, 'expires', lang)
  if (given.expires < asOf)
    throw new UsageError(
      say(
        lang,
        `--expires ${given.expires} 已经过了（今天 ${asOf}），这条豁免不会起作用`,
        `--expires ${given.expires} is past (today is ${asOf}): such a waiver waives nothing`,
      ),
    )
  const audit = await auditOne(run, path)
  const finding = findingOf(audit, textArgument(args, 'finding', lang) ?? '', run)
  const { project } = settings
  const file = textArgument(args, 'waivers', lang) ?? shownPath(project.config.waivers ?? defaultWaivers(project))
  await addWaivers(file, [waiverOf(audit, finding, given, run)], lang)
  const sentence = cleanText(messageOf(finding, lang))
  await tell(
    say(
      lang,
      `已写入 ${file}，到 ${given.expires} 为止：${sentence}\n`,
      `written to ${file}, until ${given.expires}: ${sentence}\n`,
    ),
  )
  return EXIT.clean
}

const neededArgument = (args: YargsArguments, name: string, { lang }: Run): string => {
  const value = textArgument(args, name, lang)
  if (value?.trim()) return value
  throw new UsageError(
    say(
      lang,
      `豁免要有理由、批准人和到期日：缺少 --${name}`,
      `a waiver has a reason, an approver and a last day: --${name} is missing`,
    ),
  )
}

const auditOne = async ({ reader, audit, lang }: Run, path: string): Promise<Audit> => {
  try {
    const { report } = await reader.read(path)
    return await audit(report, path)
  } catch (error) {
    throw new UsageError(failureLine(failureOf(error, path, lang), lang), { cause: error })
  } finally {
    await reader.close()
  }
}

/** The finding of the fingerprint, or the only one of the rule. */
const findingOf = ({ findings }: Audit, name: string, { lang }: Run): Finding => {
  const named = findings.filter(({ fingerprint, rule }) => fingerprint === name || rule.id === name)
  if (named.length === 1) return named[0]!
  const choice = named.length > 0 ? named : findings
  const head =
    findings.length === 0
      ? say(lang, '这份报告没有查出问题', 'nothing was found in this report')
      : named.length > 0
        ? say(
            lang,
            `“${name}”有 ${named.length} 处，请指明是哪一处：`,
            `there are ${named.length} findings of “${name}”; name one:`,
          )
        : say(lang, `没有查出“${name}”，查出的有：`, `“${name}” was not found; what was found:`)
  throw new UsageError([
    head,
    ...choice.map((finding) => `  ${cleanText(`${finding.fingerprint}  ${messageOf(finding, lang)}`)}`),
  ])
}

const waiverOf = (
  { body, year }: Audit,
  finding: Finding,
  given: Pick<Waiver, 'reason' | 'approver' | 'expires'>,
  { lang }: Run,
): Waiver => {
  // A finding has a pack, and a pack a year.
  if (!body.name || normalizeLabel(body.name) === '' || year === null)
    throw new UsageError(
      say(
        lang,
        '报告的机关名称不明，无法豁免：用 --body 给出',
        'the body of the report is not known, and a waiver needs it: give --body',
      ),
    )
  const { fingerprint, rule, evidence } = finding
  return { body: body.name, year, rule: rule.id, fingerprint, values: seenValues(evidence), ...given }
}
