import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { gitlabJob } from './gitlab-job.js'
import { CASES, git, HOSTILE, NEVER, newFolder, put, repositoryWith, waiveFailing } from './scratch.js'

/** Tests of recipes/gitlab.yml, with gouji as `version` has it. */
export const testJob = (version: () => string): void => {
  let audit: ReturnType<typeof gitlabJob>
  beforeAll(() => {
    audit = gitlabJob(version())
  })

  test.each(CASES)('%s', (_, report, status) => {
    const run = audit(repositoryWith(report), { GOUJI_CONFIG: '' })
    expect(run.status).toBe(status)
    expect(run.missingArtifacts).toEqual([])
  })

  test('the config is the default branch’s, whatever the merge request brings', () => {
    const folder = repositoryWith('failing')
    put(folder, 'gouji.config.yaml', '{}')
    git(folder, 'add', '--all')
    git(folder, 'commit', '--quiet', '--message', 'config')
    const clone = join(newFolder(), 'clone')
    git(folder, 'clone', '--quiet', `file://${folder}`, clone)
    put(clone, 'gouji.config.yaml', NEVER)
    expect(audit(clone, {}).status).toBe(1)
    put(folder, 'gouji.config.yaml', NEVER)
    git(folder, 'commit', '--quiet', '--all', '--message', 'looser')
    expect(audit(clone, {}).status).toBe(0)
  })

  test('waivers that come with the reports do not count', () => {
    const folder = repositoryWith('failing')
    waiveFailing(folder)
    expect(audit(folder, { GOUJI_CONFIG: '' }).status).toBe(1)
    git(folder, 'remote', 'add', 'origin', folder)
    put(folder, 'gouji.config.yaml', '{}')
    git(folder, 'add', 'gouji.config.yaml')
    git(folder, 'commit', '--quiet', '--message', 'config')
    expect(audit(folder, {}).status).toBe(1)
  })

  test('without the config that it names the job stops', () => {
    const folder = repositoryWith('good')
    git(folder, 'remote', 'add', 'origin', folder)
    expect(audit(folder, {}).status).toBe(2)
  })

  test.each(['GOUJI_PATHS', 'GOUJI_CONFIG', 'GOUJI_FAIL_ON', 'GOUJI_VERSION'])('what %s holds is never run', (name) => {
    const folder = repositoryWith('good')
    git(folder, 'remote', 'add', 'origin', folder)
    const run =
      name === 'GOUJI_VERSION'
        ? gitlabJob.install(folder, HOSTILE)
        : audit(folder, { GOUJI_CONFIG: '', [name]: HOSTILE })
    expect(run.status).toBe(2)
    expect(existsSync(join(folder, 'pwned'))).toBe(false)
  })
}
