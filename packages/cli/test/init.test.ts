import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { parse } from 'yaml'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const bin = join(root, 'packages/cli/bin/gouji.js')
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gouji-init-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const init = (...args: string[]) =>
  spawnSync(process.execPath, [bin, 'init', ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
/** A config with the # taken from its keys. */
const uncommented = (text: string): string => text.replace(/^# (?=[a-zA-Z]+:| {2})/gm, '')
const read = (path: string): string => readFileSync(join(folder, path), 'utf8')

test.each(['zh', 'en'])('a config in %s, with what it says by itself as default', (lang) => {
  expect(init('--lang', lang)).toMatchObject({ status: 0, stderr: '' })
  expect(readdirSync(folder)).toEqual(['gouji.config.yaml'])
  expect(read('gouji.config.yaml').split('\n')[0]).toBe(
    '# yaml-language-server: $schema=https://gouji.dev/schemas/config.schema.json',
  )
  expect(parse(read('gouji.config.yaml'))).toEqual({ lang, failOn: 'error' })
})

test.each(['zh', 'en'])('a config in %s with the # taken from its keys is YAML with every key', (lang) => {
  init('--lang', lang)
  expect(Object.keys(parse(uncommented(read('gouji.config.yaml')))).sort()).toEqual([
    'baseline',
    'bodies',
    'bundled',
    'failOn',
    'failOnNew',
    'lang',
    'outputs',
    'overlays',
    'packs',
    'severities',
    'waivers',
  ])
})

test.each(['zh', 'en'])('gouji reads the config in %s, as it is and with the # taken from its keys', (lang) => {
  const rules = () =>
    spawnSync(process.execPath, [bin, 'rules', '--config', 'gouji.config.yaml'], { cwd: folder, encoding: 'utf8' })
  init('--lang', lang)
  expect(rules()).toMatchObject({ status: 0, stderr: '' })
  // The packs that it names are not here.
  const { packs: _, overlays: __, ...rest } = parse(uncommented(read('gouji.config.yaml')))
  writeFileSync(join(folder, 'gouji.config.yaml'), JSON.stringify(rest))
  expect(rules()).toMatchObject({ status: 0, stderr: '' })
})

test.each([
  ['github', 'github.yml', '.github/workflows/gouji.yml'],
  ['gitlab', 'gitlab.yml', '.gitlab/gouji.yml'],
  ['pre-commit', 'pre-commit.yml', '.pre-commit-config.yaml'],
])('the workflow of %s is its recipe', (name, recipe, file) => {
  const { status, stdout } = init('新 文件夹', '--workflow', name)
  expect(status).toBe(0)
  expect(stdout).toContain(`已写出 新 文件夹/${file}`)
  expect(stdout).toMatch(/接下来：\n1\. /)
  expect(read(`新 文件夹/${file}`)).toBe(readFileSync(join(root, 'recipes', recipe), 'utf8'))
})

test.each([
  [['.github'], '.github/workflows/gouji.yml'],
  [['.gitlab-ci.yml'], '.gitlab/gouji.yml'],
])('%s tells which workflow', (there, file) => {
  for (const name of there) mkdirSync(join(folder, name))
  expect(init().status).toBe(0)
  expect(existsSync(join(folder, file))).toBe(true)
})

test('where both are there, or none is asked for, no workflow is chosen', () => {
  for (const name of ['.github', '.gitlab-ci.yml']) mkdirSync(join(folder, name))
  expect(init().stdout).toContain('gouji init --workflow github')
  expect(readdirSync(join(folder, '.github'))).toEqual([])
  rmSync(join(folder, 'gouji.config.yaml'))
  rmSync(join(folder, '.gitlab-ci.yml'), { recursive: true })
  expect(init('--workflow', 'none').status).toBe(0)
  expect(readdirSync(join(folder, '.github'))).toEqual([])
})

test('what is there is not overwritten, and nothing else is written', () => {
  writeFileSync(join(folder, '.pre-commit-config.yaml'), 'mine')
  const { status, stdout, stderr } = init('--workflow', 'pre-commit')
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain('.pre-commit-config.yaml 已经有了')
  expect(readdirSync(folder)).toEqual(['.pre-commit-config.yaml'])
  expect(read('.pre-commit-config.yaml')).toBe('mine')
})

test('a link to nothing is not written through', () => {
  symlinkSync(join(folder, 'elsewhere'), join(folder, 'gouji.config.yaml'))
  expect(init()).toMatchObject({ status: 2, stdout: '' })
  expect(existsSync(join(folder, 'elsewhere'))).toBe(false)
})

test('a workflow can be had later than the config', () => {
  writeFileSync(join(folder, 'gouji.config.yaml'), 'failOn: warning\n')
  expect(init('--workflow', 'gitlab', '--lang', 'en').stdout).toContain('kept gouji.config.yaml as it is')
  expect(read('gouji.config.yaml')).toBe('failOn: warning\n')
  expect(init('--workflow', 'gitlab').status).toBe(2)
  expect(init()).toMatchObject({ status: 2 })
})

test('a place that cannot be written is told', () => {
  writeFileSync(join(folder, 'file'), '')
  const { status, stderr } = init('file')
  expect(status).toBe(3)
  expect(stderr).toContain('file')
})
