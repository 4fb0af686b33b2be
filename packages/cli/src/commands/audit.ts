import { passedOverNotice, say } from '@gouji/reporters'
import type { YargsArguments } from 'yargs'
import { auditInputs } from '../auditing/audit-inputs.js'
import { openRun } from '../auditing/open-run.js'
import type { ExitStatus } from '../exit-status.js'
import { listInputs } from '../inputs/list-inputs.js'
import { openSinks } from '../output/sinks.js'
import { terminalOf } from '../output/terminal.js'
import { askedLang, listArgument } from '../settings/arguments.js'
import { outputsOf, ownFiles } from '../settings/own-files.js'
import { TOOL } from '../tool.js'
import { UsageError } from '../usage-error.js'

/** Audits every input that the paths name, one by one, and reports each as it is done. */
export const audit = async (args: YargsArguments): Promise<ExitStatus> => {
  const paths = [...listArgument(args, 'paths', askedLang(args)), ...listArgument(args, '_', askedLang(args))]
  if (paths.length === 0)
    throw new UsageError(
      say(
        askedLang(args),
        '要审核哪些报告？请给出文件、文件夹、通配符，或用 - 读标准输入',
        'which reports? Give files, folders, globs, or - for standard input',
      ),
    )
  const run = await openRun(args, paths)
  const { settings, lang, asOf, packs, info } = run
  const outputs = await outputsOf(listArgument(args, 'output', lang), settings)
  const { inputs, passedOver } = await listInputs(paths, await ownFiles(outputs, settings), lang)
  const sinks = await openSinks(settings.format, outputs, {
    lang,
    tool: TOOL,
    asOf,
    run: info,
    packs,
    // With never, reports are judged as for error.
    ...(settings.failOn !== 'never' && { failOn: settings.failOn }),
    failOnNew: settings.gate.failOnNew,
    ...terminalOf(args),
  })
  try {
    const told = passedOver.map((passed) => passedOverNotice(passed, lang))
    return await auditInputs(run, inputs, sinks, told)
  } catch (error) {
    await sinks.abandon()
    throw error
  }
}
