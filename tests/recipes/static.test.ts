import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { root } from './packed-gouji.js'

const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const recipes = readdirSync(join(root, 'recipes')).map((name) => `recipes/${name}`)
const { version } = JSON.parse(read('packages/cli/package.json'))

test.each(['action.yml', '.pre-commit-hooks.yaml', ...recipes.filter((name) => name.endsWith('.yml'))])(
  '%s is sound YAML',
  (path) => {
    const { errors, warnings } = parseDocument(read(path))
    expect([...errors, ...warnings]).toEqual([])
  },
)

test('every recipe names the version of this checkout, and no other', () => {
  const pins = ['action.yml', '.pre-commit-hooks.yaml', ...recipes].flatMap((path) =>
    [...read(path).matchAll(/(?:gouji@|VERSION: |default: )(\d[\w.-]*)/g)].map(([, pin]) => `${path} ${pin}`),
  )
  expect(pins).toEqual(
    [
      'action.yml',
      '.pre-commit-hooks.yaml',
      'recipes/gitlab.yml',
      'recipes/pre-commit-hook.sh',
      'recipes/pre-commit.yml',
    ].map((path) => `${path} ${version}`),
  )
})

test.each([
  ['action.yml', ['runs']],
  ['recipes/github.yml', ['jobs', 'audit']],
])('in %s expressions never stand in a script', (path, place) => {
  const { steps } = place.reduce((value, key) => value[key], parseDocument(read(path)).toJS())
  for (const { run = '' } of steps) expect(run).not.toContain('${{')
})

test('every input of the action reaches a step', () => {
  const { inputs, runs } = parseDocument(read('action.yml')).toJS()
  const used = runs.steps.flatMap(({ env }: { env: object }) => Object.values(env))
  expect(used.sort()).toEqual(
    Object.keys(inputs)
      .map((name) => `\${{ inputs.${name} }}`)
      .sort(),
  )
})

test('the image runs as no root, with nothing to fetch when it runs', () => {
  const last = read('Dockerfile')
    .split(/^FROM /m)
    .at(-1)!
  expect(last).toMatch(/^USER node$/m)
  expect(last).not.toMatch(/^(?:RUN|ADD) /m)
  expect(last.indexOf('USER')).toBeLessThan(last.indexOf('ENTRYPOINT'))
  expect(read('Dockerfile').match(/^FROM \S+/gm)).not.toContainEqual(expect.stringMatching(/latest|^FROM [^:]+$/))
})

test('what is built or installed here does not go into the image', () => {
  expect(read('.dockerignore').split('\n')).toEqual(expect.arrayContaining(['.git', '**/node_modules', '**/dist']))
})

const hasEngine = spawnSync('docker', ['info'], { timeout: 20_000 }).status === 0
test.skipIf(!hasEngine)(
  'the image audits without a network (needs an engine that docker info finds)',
  () => {
    const built = spawnSync('docker', ['build', '--quiet', root], { encoding: 'utf8' })
    expect(built.status, built.stderr).toBe(0)
    const args = [
      'run',
      '--rm',
      '--network',
      'none',
      '--volume',
      `${join(root, 'examples')}:/work:ro`,
      built.stdout.trim(),
    ]
    expect(spawnSync('docker', [...args, 'audit', 'county-bureau-2020.txt'])).toMatchObject({ status: 1 })
  },
  600_000,
)

test('the plain hook is a script that bash can read', () => {
  expect(spawnSync('bash', ['-n', join(root, 'recipes/pre-commit-hook.sh')])).toMatchObject({ status: 0 })
})
