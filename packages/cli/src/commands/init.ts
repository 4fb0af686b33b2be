import { lstat, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Lang, say } from '@gouji/reporters'
import type { YargsArguments } from 'yargs'
import { EXIT, type ExitStatus } from '../exit-status.js'
import configEn from '../init/config.en.yaml'
import configZh from '../init/config.zh.yaml'
import { detectWorkflow } from '../init/detect-workflow.js'
import { type WorkflowName, workflows } from '../init/workflows.js'
import { isMissing } from '../inputs/is-missing.js'
import { OutputError } from '../output/output-error.js'
import { tell } from '../output/standard-output.js'
import { writeWhole } from '../output/write-whole.js'
import { textArgument } from '../settings/arguments.js'
import { UsageError } from '../usage-error.js'

/** Writes a config, and the workflow of a gate; nothing that is there already is touched. */
export const init = async (args: YargsArguments): Promise<ExitStatus> => {
  const lang = (textArgument(args, 'lang', 'zh') as Lang | undefined) ?? 'zh'
  const folder = textArgument(args, 'folder', lang) ?? '.'
  const asked = textArgument(args, 'workflow', lang) as WorkflowName | 'none' | undefined
  const name = asked ?? detectWorkflow(folder)
  const workflow = name === 'none' ? undefined : workflows[name]
  const config = { path: join(folder, 'gouji.config.yaml'), text: say(lang, configZh, configEn) }
  // A workflow can be had later than the config.
  const isKept = asked !== undefined && workflow !== undefined && (await isThere(config.path))
  const files = [
    ...(isKept ? [] : [config]),
    ...(workflow === undefined ? [] : [{ path: join(folder, workflow.file), text: workflow.text }]),
  ]
  await refuseWhatIsThere(files, lang)
  if (isKept) await tell(say(lang, `保留原有的 ${config.path}\n`, `kept ${config.path} as it is\n`))
  for (const { path, text } of files) {
    await mkdir(dirname(path), { recursive: true }).catch((error: unknown) => {
      throw new OutputError(dirname(path), error)
    })
    await writeWhole(path, text)
    await tell(say(lang, `已写出 ${path}\n`, `wrote ${path}\n`))
  }
  const steps = workflow === undefined ? bareSteps(lang) : workflow.next(lang)
  await tell(say(lang, '\n接下来：\n', '\nWhat comes next:\n'))
  for (const [index, step] of steps.entries()) await tell(`${index + 1}. ${step}\n`)
  return EXIT.clean
}

const refuseWhatIsThere = async (files: readonly { readonly path: string }[], lang: Lang): Promise<void> => {
  const there: string[] = []
  for (const { path } of files) if (await isThere(path)) there.push(path)
  if (there.length === 0) return
  throw new UsageError([
    ...there.map((path) => say(lang, `${path} 已经有了，不会覆盖`, `${path} is there already and is not overwritten`)),
    say(lang, '什么也没有写；要重写，请先把它移走', 'nothing was written; move it away to have it anew'),
  ])
}

/** A link to nothing is there too. */
const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    (error: unknown) => {
      if (isMissing(error)) return false
      throw new OutputError(path, error)
    },
  )

const bareSteps = (lang: Lang): string[] => [
  say(
    lang,
    '审核报告：gouji audit <报告…> --config gouji.config.yaml',
    'audit reports: gouji audit <reports…> --config gouji.config.yaml',
  ),
  say(
    lang,
    '要在合并前拦下不通过的报告：gouji init --workflow github（或 gitlab、pre-commit）',
    'block reports before they are merged: gouji init --workflow github (or gitlab, pre-commit)',
  ),
]
