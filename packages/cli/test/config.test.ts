import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withValue } from '@gouji/core'
import { FORMATS } from '@gouji/reporters'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const home = mkdtempSync(join(tmpdir(), 'gouji-config-'))
let folder = ''

const run = (cwd: string, ...args: string[]) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, 'packages/cli/bin/gouji.js'), ...args], {
    cwd,
    encoding: 'utf8',
  })
  return { stdout, stderr, status }
}
const gouji = (...args: string[]) => run(folder, ...args)
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}
const config = (text: string) => write('gouji.config.yaml', text)
const result = (...args: string[]) => JSON.parse(gouji('audit', ...args, '--format', 'json').stdout)

/** A pack of 2020 that bears a severity of its own, built once. */
const makePack = (name: string, severity: string) => {
  const at = join(home, name)
  mkdirSync(join(at, 'rules/date'), { recursive: true })
  writeFileSync(
    join(at, 'pack.yaml'),
    `name: ${name}\nversion: 1.0.0\napiVersion: 1\nextends: "@gouji/rules-2020"\ntitle: ${name}\nreportYears: { from: 2020, to: 2020 }\nvalidFrom: 2020-01-01\nstatus: active\n`,
  )
  writeFileSync(join(at, 'rules/date/title-form.yaml'), `changes: date/title-form\nseverity: ${severity}\n`)
  // Code that tells of itself when it runs.
  if (name === 'telling')
    writeFileSync(join(at, 'facts.js'), "console.log('it ran'); export const facts = { own: () => 1 }")
  return run(home, 'pack', 'build', name)
}

beforeAll(() => {
  for (const [name, severity] of [
    ['east', 'warning'],
    ['west', 'note'],
    ['south', 'warning'],
    ['telling', 'warning'],
  ] as const)
    expect(makePack(name, severity)).toMatchObject({ status: 0, stderr: '' })
})
afterAll(() => rmSync(home, { recursive: true }))

let count = 0
beforeEach(() => {
  folder = join(home, `case-${count++}`)
  mkdirSync(folder)
  const clean = JSON.parse(readFileSync(join(root, 'packages/rules-2020/clean.json'), 'utf8'))
  write('clean.json', JSON.stringify(clean))
  for (const [file, name] of [
    ['qingxi.json', '云岭市青溪县林业局'],
    ['hebei.json', '河北镇人民政府'],
    ['stranger.json', '无名县人民政府'],
  ] as const)
    write(`reports/${file}`, JSON.stringify({ ...clean, body: { name }, title: `${name}2020年政府信息公开年度报告` }))
})

test('the whole example of the docs is as the published schema wants it', () => {
  const schema = JSON.parse(readFileSync(join(root, 'packages/cli/schemas/config.schema.json'), 'utf8'))
  const validate = new Ajv2020({ strict: true, strictTypes: false }).compile(schema)
  const example = parse(exampleOfDocs())
  expect(validate(example), JSON.stringify(validate.errors)).toBe(true)
  expect(Object.keys(example).sort()).toEqual(Object.keys(schema.properties).sort())
  expect(schema.$defs.format.enum).toEqual(FORMATS)
})

const exampleOfDocs = () => /```yaml\n([\s\S]*?)```/.exec(readFileSync(join(root, 'docs/config.md'), 'utf8'))![1]!

test('a report is audited by the example of the docs', () => {
  cpSync(join(root, 'examples/city-pack'), join(folder, 'packs/yunling'), { recursive: true })
  expect(gouji('pack', 'build', 'packs/yunling').status).toBe(0)
  for (const [name, years] of [
    ['county', '{ from: 2019, to: 2019 }'],
    ['province', '{ from: 2020, to: 2020 }'],
  ] as const) {
    write(
      `packs/${name}/pack.yaml`,
      `name: ${name}\nversion: 1.0.0\napiVersion: 1\nextends: "@gouji/rules-2020"\ntitle: ${name}\nreportYears: ${years}\nvalidFrom: 2020-01-01\nstatus: active\n`,
    )
    if (name === 'county') write(`packs/${name}/clean.json`, '{ "change": { "/year": 2019 } }')
    expect(gouji('pack', 'build', `packs/${name}`)).toMatchObject({ stderr: '', status: 0 })
  }
  cpSync(join(root, 'examples/city-bureau-2025.txt'), join(folder, 'report.txt'))
  // Those two files are other parts' to read.
  config(exampleOfDocs().replace(/^(?:waivers|baseline):.*\n/gm, ''))
  const { status, stdout, stderr } = gouji('audit', 'report.txt')
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
  expect(stdout).toContain('gouji-rules-yunling')
  const { audits } = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8'))
  const severityOf = (id: string) =>
    audits[0].findings.find(({ ruleId }: { ruleId: string }) => ruleId === id)?.severity
  expect(severityOf('structure/fee-statement')).toBe('note')
  expect(severityOf('sum/valid-made')).toBe('error')
  expect(audits[0].body).toEqual({ name: '云岭市水利局', kind: 'department', rank: 'city', region: '云岭市' })
})

describe('which config', () => {
  const settles = (...args: string[]) => result(...args).run.files[0]?.path

  test('the nearest above the input, whatever names the input', () => {
    config('failOn: note')
    expect(settles('clean.json')).toBe('gouji.config.yaml')
    expect(settles('reports')).toBe('gouji.config.yaml')
    write('reports/gouji.config.yaml', 'failOn: never')
    for (const input of ['reports', 'reports/qingxi.json', 'reports/*.json', join(folder, 'reports/qingxi.json')])
      expect(settles(input), input).toBe('reports/gouji.config.yaml')
    expect(settles('.')).toBe('gouji.config.yaml')
    expect(settles('{reports,none}/qingxi.json')).toBe('gouji.config.yaml')
  })

  test('the one that is named, or none', () => {
    config('failOn: note')
    write('other/c.yaml', 'failOn: warning')
    expect(settles('clean.json', '--config', 'other/c.yaml')).toBe('other/c.yaml')
    expect(settles('clean.json', '--no-config')).toBeUndefined()
    expect(settles('clean.json', '--config=other/c.yaml', '--pack', '../east')).toBe('other/c.yaml')
    expect(gouji('audit', 'clean.json', '--config', 'nothing.yaml')).toMatchObject({
      status: 2,
      stderr: '打不开 nothing.yaml（ENOENT）\n',
    })
  })

  test('commands without inputs look from the working folder up', () => {
    config('lang: en')
    expect(run(join(folder, 'reports'), 'packs').stdout).toContain('report years')
    expect(run(join(folder, 'reports'), 'packs', '--no-config').stdout).not.toContain('report years')
  })

  test.each(['gouji.json', 'gouji.config.yml'])('%s in the working folder is not passed over in silence', (name) => {
    write(name, 'lang: en')
    expect(gouji('rules')).toMatchObject({ status: 2, stderr: expect.stringContaining(`${name} 不会被读取`) })
    expect(gouji('rules', '--no-config').status).toBe(0)
    config('')
    expect(gouji('rules').status).toBe(0)
  })

  test('what a run goes by stands in its result, as it was given', () => {
    config('failOn: note')
    gouji('packs', 'lock', '--pack', '../east')
    const { options, files } = result('clean.json', '--year', '2020', '--pack', '../east', '--limit', 'pages=9').run
    expect(options).toEqual({
      pack: ['../east'],
      year: '2020',
      limit: ['pages=9'],
    })
    expect(files.map(({ role, path }: { role: string; path: string }) => [role, path])).toEqual([
      ['config', 'gouji.config.yaml'],
      ['lock', 'gouji.lock.yaml'],
    ])
    expect(files[0].sha256).toBe(createHash('sha256').update('failOn: note').digest('hex'))
  })

  test('its files are no reports', () => {
    write('base.json', JSON.stringify(result('clean.json', '--no-config')))
    config('baseline: base.json\nwaivers: w.txt')
    write('w.txt', 'waivers: []')
    gouji('packs', 'lock')
    const paths = (...args: string[]) =>
      result(...args).audits.map(({ input }: { input: { path: string } }) => input.path)
    for (const input of ['.', '*'])
      expect(paths(input).filter((path: string) => !path.startsWith('reports/'))).toEqual(['clean.json'])
    expect(gouji('audit', 'base.json')).toMatchObject({ status: 2, stderr: expect.stringContaining('base.json 是') })
  })
})

describe('what is wrong with a config is told with its line', () => {
  test('a value that is quoted is neither obeyed by a terminal nor endless', () => {
    write('gouji.config.yaml', `lang: "\\e[31m${'z'.repeat(100_000)}"\n`)
    const { status, stderr } = gouji('audit', 'clean.json')
    expect(status).toBe(2)
    expect(stderr).not.toContain('\u001b')
    expect(stderr.length).toBeLessThan(2000)
  })

  const told = (text: string) => {
    config(text)
    const { status, stderr } = gouji('audit', 'clean.json', '--lang', 'en')
    expect(status).toBe(2)
    return stderr.trimEnd().split('\n')
  }

  test.each([
    ['lang', '1'],
    ['lang', ''],
    ['format', '[json]'],
    ['failOn', 'true'],
    ['failOnNew', 'yes'],
    ['failOnNew', '"true"'],
    ['bundled', '0'],
    ['packs', 'a'],
    ['packs', '{ name: a }'],
    ['packs', '[1]'],
    ['packs', '[[a]]'],
    ['packs', '[{ name: 012 }]'],
    ['packs', '[{ name: a, version: 1.2 }]'],
    ['packs', '[{ name: a, version: ^1.2.0 }]'],
    ['packs', '[{ name: a, integrity: sha256-x }]'],
    ['packs', '[{ version: 1.2.0 }]'],
    ['severities', '[a]'],
    ['severities', '{ a/b: fatal }'],
    ['bodies', '{ name: a }'],
    ['bodies', '[a]'],
    ['bodies', '[{ kind: government }]'],
    ['bodies', '[{ name: 2020 }]'],
    ['bodies', '[{ name: a, kind: 政府 }]'],
    ['bodies', '[{ name: a, rank: 1 }]'],
    ['bodies', '[{ name: a, region: 530100 }]'],
    ['overlays', 'a'],
    ['overlays', '[a]'],
    ['overlays', '[{ region: "", pack: a }]'],
    ['overlays', '[{ region: 2, pack: a }]'],
    ['waivers', '[a]'],
    ['waivers', '" "'],
    ['baseline', 'true'],
    ['outputs', '[a]'],
    ['outputs', '{ json: 1 }'],
    ['outputs', '{ jsn: a }'],
  ])('%s: %s', (key, value) => {
    const [line, ...others] = told(`# first\n${key}: ${value}\n`)
    expect(line).toMatch(/^gouji\.config\.yaml:2:\d+: \S/)
    expect(others).toEqual([])
  })

  test.each([
    ['an output outside', 'outputs: { json: ../x.json }', 'into its own folder'],
    ['an output by a link', 'outputs: { json: way/x.json }', 'into its own folder'],
    ['one file twice', 'outputs: { json: a, markdown: ./a }', 'one file'],
    ['a body twice', 'bodies:\n  - name: 云岭市“水利局”\n  - name: 云岭市 水利局', 'stands in line 2 already'],
    [
      'an overlay of nobody',
      'bodies: [{ name: a, region: 吉林省 }]\noverlays: [{ region: 吉林市, pack: x }]',
      '吉林市',
    ],
    ['a pack that is not there', 'packs:\n  - nowhere', 'gouji.config.yaml:2:5: there is no pack nowhere'],
    ['another version', 'packs:\n  - name: ../east\n    version: 1.0.1', ':3:14: the pack east is of version 1.0.0'],
    [
      'another hash',
      `packs:\n  - name: ../east\n    integrity: sha512-${'A'.repeat(86)}==`,
      ':3:16: the integrity of the pack east is sha512-',
    ],
  ])('%s', (_, text, words) => {
    symlinkSync('..', join(folder, 'way'))
    const lines = told(text)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^gouji\.config\.yaml:\d+:\d+: /)
    expect(lines[0]).toContain(words)
  })

  test.each([
    ['no YAML', 'lang: "zh', /YAML syntax/],
    ['a key twice', 'lang: zh\nlang: en', /:2:1: “lang” is written twice/],
    ['an alias', 'a: &a [x]\nlang: *a', /:2:7: no aliases/],
    ['a bomb of aliases', `a: &a [x,x]\n${bomb()}`, /no aliases/],
    ['a tag', 'lang: !!js/function x', /:1:\d+: no tags/],
    ['a prototype', '__proto__: { lang: en }', /no key “__proto__”/],
    ['a severity of a prototype', 'severities: { __proto__: error }', /:1:15: there is no rule “__proto__”/],
    ['two documents', 'lang: zh\n---\nlang: en', /one document/],
    ['a key that is none', '? [a]\n: b', /a key is a name/],
    ['a depth', '['.repeat(500_000), /nested too deep/],
    ['a depth by blocks', '- '.repeat(500_000), /nested too deep/],
    ['many keys', Array.from({ length: 60_000 }, (__, i) => `k${i}: 1`).join('\n'), /and 59900 more problem/],
    ['size', '#'.repeat(4 * 1024 * 1024 + 1), /larger than 4 MiB/],
    ['a list', '- a', /:1:1: should be keys with values/],
  ])('hostile: %s', (_, text, words) => expect(told(text).join('\n')).toMatch(words), 30_000)

  function bomb(): string {
    return Array.from({ length: 20 }, (_, i) => `b${i}: &b${i} [${`*${i === 0 ? 'a' : `b${i - 1}`},`.repeat(9)}]`).join(
      '\n',
    )
  }

  test('a folder or a link to nothing is told, and not passed over', () => {
    mkdirSync(join(folder, 'gouji.config.yaml'))
    expect(gouji('audit', 'clean.json').stderr).toBe('打不开 gouji.config.yaml（EISDIR）\n')
    rmSync(join(folder, 'gouji.config.yaml'), { recursive: true })
    symlinkSync('nothing', join(folder, 'gouji.config.yaml'))
    expect(gouji('audit', 'clean.json').stderr).toBe('打不开 gouji.config.yaml（ENOENT）\n')
  })
})

test('outputs are written beside those of --output, which take their place', () => {
  config('outputs:\n  json: r.json\n  markdown: r.md')
  expect(gouji('audit', 'clean.json', '--output', 'markdown=own.md')).toMatchObject({ status: 0, stderr: '' })
  for (const file of ['r.json', 'r.md', 'own.md']) expect(existsSync(join(folder, file)), file).toBe(true)
  expect(gouji('audit', 'clean.json', '--output', 'terminal=./r.json').status).toBe(0)
  expect(readFileSync(join(folder, 'r.json'), 'utf8')).toMatch(/^clean\.json/)
  config('\noutputs: { json: none/r.json }')
  expect(gouji('audit', 'clean.json').stderr).toBe('gouji.config.yaml:2:18 的文件夹不存在：none\n')
})

test('a severity of the config is that of all findings, whatever the rule says of single checks', () => {
  const clean = JSON.parse(readFileSync(join(folder, 'clean.json'), 'utf8'))
  write('empty.json', JSON.stringify(withValue(clean, '/sections/overview/text', '')))
  const severity = (...args: string[]) =>
    result('empty.json', ...args).audits[0].findings.find(
      ({ ruleId }: { ruleId: string }) => ruleId === 'structure/section-empty',
    ).severity
  config('severities: { structure/section-empty: note }')
  expect(severity()).toBe('note')
  expect(severity('--judge', 'reference')).toBe('note')
  expect(severity('--no-config')).toBe('error')
  expect(gouji('rules', '--lang', 'en').stdout).toMatch(/note +structure\/section-empty|structure\/section-empty.*note/)
})

describe('overlays', () => {
  test.each([
    ['吉林省', '吉林省吉林市', true],
    ['吉林', '吉林市', true],
    ['吉林市', '吉林省吉林市', false],
    ['530000', '530102', true],
    ['5301', '530102', true],
    ['530100', '530102', true],
    ['530200', '530102', false],
    ['530102', '530100', false],
  ])('the region %s holds %s: %s', (region, own, holds) => {
    config(`bodies: [{ name: a, region: "${own}" }]\noverlays: [{ region: "${region}", pack: ../east }]`)
    expect(gouji('packs').status).toBe(holds ? 0 : 2)
  })

  const two = `bodies:
  - { name: 云岭市青溪县林业局, kind: department, rank: county, region: 云岭市青溪县 }
  - { name: 河北镇人民政府, kind: government, rank: township, region: "530102" }
overlays:
  - { region: 云岭市, pack: ../east }
  - { region: "530100", pack: ../west }
`
  const judged = (...args: string[]) =>
    Object.fromEntries(
      result('reports', ...args).audits.map(
        ({
          body,
          pack,
          findings,
        }: {
          body: { name: string }
          pack: string
          findings: { ruleId: string; severity: string }[]
        }) => [body.name, [pack, findings.find(({ ruleId }) => ruleId === 'date/title-form')?.severity]],
      ),
    )

  test('judge the bodies of their region and no others, though they cover one year', () => {
    config(two)
    expect(judged()).toEqual({
      云岭市青溪县林业局: ['east', 'warning'],
      河北镇人民政府: ['west', 'note'],
      无名县人民政府: ['@gouji/rules-2020', 'note'],
    })
    expect(judged('--body', '河北镇人民政府')).toEqual({ 河北镇人民政府: ['west', 'note'] })
    expect(judged('--judge', 'reference').云岭市青溪县林业局).toEqual(['east', 'warning'])
  })

  test('are given the severities of the config, too', () => {
    config(`${two}severities: { date/title-form: error }\n`)
    expect(Object.values(judged()).map((each) => (each as string[])[1])).toEqual(['error', 'error', 'error'])
  })

  test('that fit one report and are unrelated are told of that report', () => {
    config(`${two}  - { region: 云岭市青溪县, pack: ../south }\n`)
    const { failures, audits } = result('reports')
    expect(failures).toMatchObject([{ path: 'reports/qingxi.json', code: 'PACKS_UNRELATED' }])
    expect(audits).toHaveLength(2)
  })

  test('are not chosen by a report that only claims a region', () => {
    const report = JSON.parse(readFileSync(join(folder, 'reports/stranger.json'), 'utf8'))
    write('reports/stranger.json', JSON.stringify({ ...report, body: { ...report.body, region: '云岭市' } }))
    config(two)
    expect(judged().无名县人民政府).toEqual(['@gouji/rules-2020', 'note'])
  })
})

test('the register settles kind and rank before the report, and takes them off what was inferred', () => {
  cpSync(join(root, 'examples/county-bureau-2020.txt'), join(folder, 'report.txt'))
  const before = JSON.parse(gouji('read', 'report.txt').stdout)
  expect(before.document.inferred).toEqual(['/body/kind', '/body/rank'])
  config(`bodies: [{ name: ${before.body.name}, rank: township, region: 某地 }]`)
  const after = JSON.parse(gouji('read', 'report.txt').stdout)
  expect(after.body).toEqual({ ...before.body, rank: 'township', region: '某地' })
  expect(after.document.inferred).toEqual(['/body/kind'])
  expect(JSON.parse(gouji('read', 'report.txt', '--rank', 'city').stdout).body.rank).toBe('city')
})

test('a config that came with the inputs may name no pack with code, unless it is named', () => {
  write('inputs/gouji.config.yaml', 'packs:\n  - ../../telling\n')
  cpSync(join(folder, 'clean.json'), join(folder, 'inputs/clean.json'))
  const refused = gouji('audit', 'inputs')
  expect(refused).toMatchObject({ status: 2, stdout: '' })
  expect(refused.stderr).toMatch(/^inputs\/gouji\.config\.yaml:2:5: 规则包 telling 含有代码/)
  expect(gouji('audit', 'inputs', '--config', 'inputs/gouji.config.yaml').status).toBe(0)
  expect(run(join(folder, 'inputs'), 'audit', 'clean.json').status).toBe(0)
  mkdirSync(join(folder, 'inputs/deeper'))
  expect(run(join(folder, 'inputs/deeper'), 'audit', '../clean.json').status).toBe(0)
})

describe('the lock', () => {
  const lockFile = () => join(folder, 'gouji.lock.yaml')
  const locked = () => parse(readFileSync(lockFile(), 'utf8')).packs.map(({ name }: { name: string }) => name)

  test('holds every loaded pack in order, and is the same when written again', () => {
    config('packs: [../west]\nbodies: [{ name: a, region: b }]\noverlays: [{ region: b, pack: ../east }]')
    expect(gouji('packs', 'lock')).toMatchObject({ status: 0, stdout: '已锁定 4 个规则包：gouji.lock.yaml\n' })
    expect(locked()).toEqual(['@gouji/rules-2020', '@gouji/rules-2021', 'east', 'west'])
    const schema = JSON.parse(readFileSync(join(root, 'packages/cli/schemas/lock.schema.json'), 'utf8'))
    expect(new Ajv2020().compile(schema)(parse(readFileSync(lockFile(), 'utf8')))).toBe(true)
    expect(gouji('packs', 'lock', '--check').status).toBe(0)
    expect(gouji('audit', 'clean.json').status).toBe(0)
    writeFileSync(lockFile(), readFileSync(lockFile(), 'utf8').replaceAll('\n', '\r\n'))
    expect(gouji('packs', 'lock', '--check').status).toBe(0)
    config('packs: [../west]')
    const { status, stderr } = gouji('packs', 'lock', '--check')
    expect(status).toBe(2)
    expect(stderr).toContain('east 锁定了而没有加载')
  })

  test('lets no other pack judge, and none of its code run', () => {
    expect(gouji('audit', 'clean.json', '--pack', '../telling').stdout).toContain('it ran')
    gouji('packs', 'lock')
    const { status, stdout, stderr } = gouji('audit', 'clean.json', '--pack', '../telling')
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(
      /^gouji\.lock\.yaml: 规则包 telling 没有锁定，加载的是 1\.0\.0 \(sha512-.*\)；确要更换就运行 gouji packs lock\n$/,
    )
  })

  test('tells of every pack that is another', () => {
    gouji('packs', 'lock')
    writeFileSync(lockFile(), readFileSync(lockFile(), 'utf8').replaceAll(/sha512-.{8}/g, 'sha512-AAAAAAAA'))
    for (const command of [
      ['audit', 'clean.json'],
      ['packs', 'diff', '../east', '../west', '--reports', 'clean.json'],
    ]) {
      const { status, stderr } = gouji(...command)
      expect(status).toBe(2)
      expect(stderr.trimEnd().split('\n')).toEqual([
        expect.stringMatching(/规则包 @gouji\/rules-2020 锁定的是 .*AAAAAAAA.*加载的是/),
        expect.stringMatching(/规则包 @gouji\/rules-2021 锁定的是 .*AAAAAAAA.*加载的是/),
      ])
    }
    expect(gouji('packs').status).toBe(0)
    expect(gouji('packs', 'diff', '../east', '../west').status).toBe(0)
    expect(gouji('packs', 'lock').status).toBe(0)
    expect(gouji('audit', 'clean.json').status).toBe(0)
  })

  test.each([
    ['', 1],
    ['schemaVersion: 2\npacks: []', 1],
    ['schemaVersion: 1\npacks:\n  - name: a', 3],
    ['schemaVersion: 1\npacks: [}', 2],
  ])('that is none stops the run with its line: %j', (text, line) => {
    write('gouji.lock.yaml', text)
    const { status, stderr } = gouji('audit', 'clean.json')
    expect(status).toBe(2)
    expect(stderr).toMatch(new RegExp(`^gouji\\.lock\\.yaml:${line}:\\d+: `))
    expect(gouji('packs', 'lock', '--check').status).toBe(2)
    expect(gouji('packs', 'lock').status).toBe(0)
  })

  test('that leads nowhere stops the run', () => {
    symlinkSync('nothing', lockFile())
    expect(gouji('audit', 'clean.json')).toMatchObject({ status: 2, stderr: '打不开 gouji.lock.yaml（ENOENT）\n' })
  })
})
