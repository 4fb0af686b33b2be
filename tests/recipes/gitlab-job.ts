import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { newFolder, type Outcome, readYaml, runScript } from './scratch.js'

interface Job {
  readonly variables: Readonly<Record<string, string>>
  readonly before_script: readonly string[]
  readonly script: readonly string[]
  readonly artifacts: { readonly reports: Readonly<Record<string, string>>; readonly paths: readonly string[] }
}

type Variables = Readonly<Record<string, string>>

const { gouji: job } = readYaml<{ gouji: Job }>('recipes/gitlab.yml')

const run = (parts: readonly string[], folder: string, variables: Variables): Outcome =>
  runScript(parts.join('\n'), folder, { ...job.variables, CI_DEFAULT_BRANCH: 'main', ...variables })

/** Installs as the job does; what it returns audits a folder as the job does. */
export const gitlabJob = (version: string) => {
  const { tools, stdout, stderr } = gitlabJob.install(newFolder(), version)
  if (tools === undefined) throw new Error(stdout + stderr)
  return (folder: string, variables: Variables): Outcome & { readonly missingArtifacts: readonly string[] } => ({
    // GitLab runs both in one shell, so that the second has the first's variables.
    ...run([`tools='${tools}'`, ...job.script], folder, variables),
    missingArtifacts: [...job.artifacts.paths, ...Object.values(job.artifacts.reports)].filter(
      (path) => !existsSync(join(folder, path)),
    ),
  })
}

/** The installation alone, and where it is. */
gitlabJob.install = (folder: string, version: string): Outcome & { readonly tools: string | undefined } => {
  const outcome = run([...job.before_script, 'echo "tools=$tools"'], folder, { GOUJI_VERSION: version })
  return { ...outcome, tools: /^tools=(.*)$/m.exec(outcome.stdout)?.[1] }
}
