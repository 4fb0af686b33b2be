import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newFolder, type Outcome, put, readYaml, runScript } from './scratch.js'

interface Step {
  readonly id?: string
  readonly shell: string
  readonly env: Readonly<Record<string, string>>
  readonly run: string
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>
  readonly runs: { readonly using: 'composite'; readonly steps: readonly Step[] }
}

type Inputs = Readonly<Record<string, string>>

export interface ActionOutcome extends Outcome {
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  /** Whether a file of this name came to be where the step ran. */
  readonly touched: (name: string) => boolean
}

const action = readYaml<Action>('action.yml')
const [install, audit] = action.runs.steps as [Step, Step]

/** Runs a step as the runner does: `${{ inputs.… }}` is put into the environment, and the script gets files to write to. */
const runStep = (step: Step, workspace: string, temporary: string, inputs: Inputs): ActionOutcome => {
  if (step.run.includes('${{')) throw new Error('an expression in a script is injection')
  const files = newFolder()
  const [GITHUB_OUTPUT, GITHUB_STEP_SUMMARY] = [join(files, 'output'), join(files, 'summary')]
  for (const file of [GITHUB_OUTPUT, GITHUB_STEP_SUMMARY]) writeFileSync(file, '')
  const inputOf = (name: string): string => inputs[name] ?? action.inputs[name]!.default ?? ''
  const env = Object.fromEntries(
    Object.entries(step.env).map(([name, text]) => [
      name,
      text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, input) => inputOf(input)),
    ]),
  )
  const outcome = runScript(step.run, workspace, {
    ...env,
    GITHUB_OUTPUT,
    GITHUB_STEP_SUMMARY,
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temporary,
  })
  const lines = readFileSync(GITHUB_OUTPUT, 'utf8').split('\n').filter(Boolean)
  return {
    ...outcome,
    outputs: Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    ),
    summary: readFileSync(GITHUB_STEP_SUMMARY, 'utf8'),
    touched: (name) => [workspace, temporary, join(temporary, 'gouji')].some((place) => existsSync(join(place, name))),
  }
}

/** Installs by the action's first step, in the workspace; what it returns audits a workspace by the second. */
export const actionRun = (workspace: string, version: string) => {
  const temporary = newFolder()
  const installed = runStep(install, workspace, temporary, { version })
  if (installed.status !== 0) throw new Error(installed.stdout + installed.stderr)
  return (folder: string, inputs: Inputs): ActionOutcome => runStep(audit, folder, temporary, inputs)
}

/** The first step alone. */
actionRun.install = (workspace: string, version: string): ActionOutcome =>
  runStep(install, workspace, newFolder(), { version })

/** The second step with another program in gouji's place. */
actionRun.with = (program: string) => {
  const temporary = newFolder()
  put(temporary, 'gouji/node_modules/.bin/gouji', program)
  chmodSync(join(temporary, 'gouji/node_modules/.bin/gouji'), 0o755)
  return (folder: string, inputs: Inputs): ActionOutcome => runStep(audit, folder, temporary, inputs)
}
