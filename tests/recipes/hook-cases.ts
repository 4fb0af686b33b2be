import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, cpSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { gitlabJob } from './gitlab-job.js'
import { root } from './packed-gouji.js'
import { bare, CASES, git, NEVER, newFolder, type Outcome, put, repositoryWith, waiveFailing } from './scratch.js'

const failing = readFileSync(join(root, 'examples/county-bureau-2020.txt'), 'utf8')
const good = readFileSync(join(root, 'packages/rules-2021/clean.json'), 'utf8')
const hasPreCommit = spawnSync('pre-commit', ['--version']).status === 0

/** Tests of the hooks: git's own, and those of the pre-commit framework, each by real commits. */
export const testHooks = (version: () => string): void => {
  let env: Record<string, string>
  beforeAll(() => {
    const bin = join(gitlabJob.install(newFolder(), version()).tools!, 'node_modules/.bin')
    env = { ...bare, PATH: `${bin}${delimiter}${bare.PATH}`, PRE_COMMIT_HOME: newFolder() }
  })
  const run = (folder: string, command: string, ...args: string[]): Outcome =>
    spawnSync(command, args, { cwd: folder, encoding: 'utf8', env })
  const commit = (folder: string): Outcome => run(folder, 'git', 'commit', '--quiet', '--message', 'more')
  const stage = (folder: string, name: string, text: string): void => {
    put(folder, name, text)
    git(folder, 'add', '--', name)
  }

  describe('git’s own', () => {
    const hooked = (): string => {
      const folder = repositoryWith()
      copyFileSync(join(root, 'recipes/pre-commit-hook.sh'), join(folder, '.git/hooks/pre-commit'))
      chmodSync(join(folder, '.git/hooks/pre-commit'), 0o755)
      return folder
    }

    test.each([
      ['spaces', '林业局 2020 年度.txt'],
      ['a newline', '林业局\n2020.txt'],
      ['quotes and dollars', `"$(touch pwned)'.txt`],
      ['an option', '--fail-on=never.txt'],
      ['a glob', '[x]*.TXT'],
    ])('a failing report is not committed, its name holding %s', (_, name) => {
      const folder = hooked()
      stage(folder, `reports/${name}`, failing)
      const { status, stderr } = commit(folder)
      expect(status).toBe(1)
      expect(stderr).toContain('不通过')
      expect(git(folder, 'status', '--porcelain')).toMatch(/^A /)
      stage(folder, `reports/${name}`, good)
      expect(commit(folder).status).toBe(0)
      expect(git(folder, 'status', '--porcelain')).toBe('')
    })

    test('what is staged counts, not what the working tree holds', () => {
      const folder = hooked()
      stage(folder, 'reports/a.txt', failing)
      put(folder, 'reports/a.txt', good)
      expect(commit(folder).status).toBe(1)
      stage(folder, 'reports/a.txt', good)
      put(folder, 'reports/a.txt', failing)
      expect(commit(folder).status).toBe(0)
    })

    test('the first commit of a repository, what else is committed, and what is deleted', () => {
      const folder = hooked()
      git(folder, 'update-ref', '-d', 'HEAD')
      stage(folder, 'reports/a.json', good)
      stage(folder, 'draft.txt', failing)
      expect(commit(folder).status).toBe(0)
      git(folder, 'rm', '--quiet', 'reports/a.json')
      expect(commit(folder).status).toBe(0)
    })

    test('a config beside the reports is not read, the repository’s own is', () => {
      const folder = hooked()
      put(folder, 'reports/gouji.config.yaml', NEVER)
      stage(folder, 'reports/a.txt', failing)
      expect(commit(folder).status).toBe(1)
      put(folder, 'gouji.config.yaml', NEVER)
      expect(commit(folder).status).toBe(0)
    })

    test('without gouji nothing is committed', () => {
      const folder = hooked()
      stage(folder, 'reports/a.json', good)
      const { status, stderr } = spawnSync('git', ['commit', '--quiet', '--message', 'x'], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...env, GOUJI: 'no-such-gouji' },
      })
      expect(status).not.toBe(0)
      expect(stderr).toContain('npm install --global gouji@')
    })
  })

  describe.skipIf(!hasPreCommit)('of the pre-commit framework (Debian: pre-commit)', () => {
    const withConfig = (text: string, ...reports: Parameters<typeof repositoryWith>): string => {
      const folder = repositoryWith(...reports)
      put(folder, '.pre-commit-config.yaml', text)
      git(folder, 'add', '.pre-commit-config.yaml')
      return folder
    }

    test.each(CASES)('its own installation: %s', (_, report, status) => {
      const text = readFileSync(join(root, 'recipes/pre-commit.yml'), 'utf8')
      const folder = withConfig(text.replace(/gouji@[\d.]+/, `gouji@${version()}`), report)
      const { stdout } = run(folder, 'pre-commit', 'run', '--all-files')
      expect(stdout).toContain(status === 0 ? 'Passed' : `exit code: ${status}`)
    })

    test('waivers that come with the reports do not count', () => {
      const text = readFileSync(join(root, 'recipes/pre-commit.yml'), 'utf8')
      const folder = withConfig(text.replace(/gouji@[\d.]+/, `gouji@${version()}`), 'failing')
      waiveFailing(folder)
      expect(run(folder, 'pre-commit', 'run', '--all-files').stdout).toContain('exit code: 1')
    })

    test('an installed gouji, by .pre-commit-hooks.yaml', () => {
      const hooks = repositoryWith()
      cpSync(join(root, '.pre-commit-hooks.yaml'), join(hooks, '.pre-commit-hooks.yaml'))
      git(hooks, 'add', '--all')
      git(hooks, 'commit', '--quiet', '--message', 'hooks')
      const rev = git(hooks, 'rev-parse', 'HEAD').trim()
      const folder = withConfig(`repos: [{ repo: 'file://${hooks}', rev: ${rev}, hooks: [{ id: gouji }] }]\n`)
      expect(run(folder, 'pre-commit', 'install').status).toBe(0)
      stage(folder, 'reports/--fail-on=never.txt', failing)
      expect(commit(folder)).toMatchObject({ status: 1, stderr: expect.stringContaining('exit code: 1') })
      stage(folder, 'reports/--fail-on=never.txt', good)
      expect(commit(folder).status).toBe(0)
    })
  })
}
