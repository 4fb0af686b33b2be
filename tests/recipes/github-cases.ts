import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { actionRun } from './action-run.js'
import { CASES, HOSTILE, NEVER, newFolder, put, repositoryWith, waiveFailing } from './scratch.js'

/** Tests of action.yml, with gouji as `version` has it. */
export const testAction = (version: () => string): void => {
  let audit: ReturnType<typeof actionRun>
  beforeAll(() => {
    // What a submission could bring to have another program installed than the one that is named.
    const workspace = repositoryWith()
    put(workspace, '.npmrc', 'registry=http://127.0.0.1:9/\noffline=false\n')
    put(workspace, 'node_modules/gouji/package.json', '{ "name": "gouji", "version": "0.1.0", "bin": "no.js" }')
    audit = actionRun(workspace, version())
  })

  test.each(CASES)('%s', (_, report, status) => {
    const run = audit(repositoryWith(report), { paths: 'reports' })
    expect(run).toMatchObject({ status, outputs: { status: String(status) } })
    expect(JSON.parse(readFileSync(run.outputs.result!, 'utf8')).audits).toHaveLength(report === 'unreadable' ? 0 : 1)
    expect(existsSync(run.outputs.sarif!)).toBe(true)
    expect(run.summary).toContain(status === 0 ? '放行' : status === 1 ? '拦下' : '没有审完')
    expect(run.summary).toContain('# 审核结果')
  })

  test('paths are one a line, and a name is never an option', () => {
    const folder = repositoryWith('good', 'failing')
    put(folder, '--fail-on=never', '')
    const { status, outputs } = audit(folder, {
      paths: 'reports/好 报告.json\nreports/林业局 2020.txt\n--fail-on=never',
    })
    expect(status).toBe(2)
    expect(JSON.parse(readFileSync(outputs.result!, 'utf8')).audits).toHaveLength(2)
  })

  test('a config that comes with the reports is not read; one that is named is', () => {
    const folder = repositoryWith('failing')
    for (const place of ['', 'reports/']) put(folder, `${place}gouji.config.yaml`, NEVER)
    expect(audit(folder, { paths: 'reports' }).status).toBe(1)
    const config = join(newFolder(), 'gouji.config.yaml')
    writeFileSync(config, NEVER)
    expect(audit(folder, { paths: 'reports', config }).status).toBe(0)
    expect(audit(folder, { paths: 'reports', config, 'fail-on': 'error' }).status).toBe(1)
  })

  test('waivers that come with the reports do not count; those beside the config that is named do', () => {
    const folder = repositoryWith('failing')
    waiveFailing(folder)
    expect(audit(folder, { paths: 'reports' }).status).toBe(1)
    const config = join(newFolder(), 'gouji.config.yaml')
    writeFileSync(config, '{}')
    expect(audit(folder, { paths: 'reports', config }).status).toBe(1)
    copyFileSync(join(folder, 'gouji-waivers.yaml'), join(config, '../gouji-waivers.yaml'))
    expect(audit(folder, { paths: 'reports', config }).status).toBe(0)
  })

  test('what else is asked for is written', () => {
    const folder = repositoryWith('good')
    expect(audit(folder, { paths: 'reports', output: 'markdown=审核 结果.md', lang: 'en' }).status).toBe(0)
    expect(readFileSync(join(folder, '审核 结果.md'), 'utf8')).toContain('# Audit\n')
  })

  test.each(['paths', 'config', 'fail-on', 'lang', 'output', 'version'])('what %s holds is never run', (input) => {
    const folder = repositoryWith('good')
    const run =
      input === 'version' ? actionRun.install(folder, HOSTILE) : audit(folder, { paths: 'reports', [input]: HOSTILE })
    expect(run.status).toBe(2)
    expect(run.touched('pwned')).toBe(false)
  })

  test('a file’s name is no command to the runner', () => {
    const folder = repositoryWith('good')
    put(folder, 'reports/\n::set-output name=status::0.json', '{')
    const { status, stdout } = audit(folder, { paths: 'reports' })
    const [, token] = /^::stop-commands::(\S+)$/m.exec(stdout) ?? []
    const heard = stdout.split(`::stop-commands::${token}`)[0] + (stdout.split(`\n::${token}::\n`)[1] ?? '')
    expect(status).toBe(2)
    expect(heard).not.toMatch(/^::set-output/m)
  })

  test('a program that does nothing lets nothing through', () => {
    const run = actionRun.with('#!/bin/sh\nexit 0\n')(repositoryWith('failing'), { paths: 'reports' })
    expect(run).toMatchObject({ status: 3, outputs: { status: '3' } })
  })

  test('usage that is wrong is told in the summary', () => {
    const { status, summary, outputs } = audit(repositoryWith('good'), { paths: 'reports', 'fail-on': 'mistake' })
    expect(status).toBe(2)
    expect(summary).toContain('mistake')
    expect(outputs).toEqual({ status: '2' })
  })

  test('a summary that GitHub would not take is cut', () => {
    const folder = repositoryWith('failing')
    const text = readFileSync(join(folder, 'reports/林业局 2020.txt'), 'utf8')
    for (let number = 0; number < 220; number++) put(folder, `reports/${number}.txt`, text)
    const { status, summary } = audit(folder, { paths: 'reports' })
    expect(status).toBe(1)
    expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024)
    expect(summary).toMatch(/\n…\n$/)
  })
}
