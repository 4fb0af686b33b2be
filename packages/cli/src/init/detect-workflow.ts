import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { WorkflowName } from './workflows.js'

/** The gate that a folder is made for, by what stands in it; none where that is not plain. */
export const detectWorkflow = (folder: string): WorkflowName | 'none' => {
  const github = existsSync(join(folder, '.github'))
  const gitlab = existsSync(join(folder, '.gitlab-ci.yml'))
  return github === gitlab ? 'none' : github ? 'github' : 'gitlab'
}
