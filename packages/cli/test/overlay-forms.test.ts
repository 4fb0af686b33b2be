import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pack } from '@gouji/rules-2021'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { renderReport } from '../../intake/test/support/render-report.js'

const bin = fileURLToPath(new URL('../bin/gouji.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'gouji-forms-'))
const gouji = (...args: string[]) => spawnSync(process.execPath, [bin, ...args], { cwd: folder, encoding: 'utf8' })
const write = (name: string, text: string) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), text)
}
const later =
  '{ "change": { "/year": 2025 }, "remove": ["/sections/requests/tables/requests/rows/notProcessedComplaint"] }'

beforeAll(() => {
  write('national.txt', renderReport(pack.clean, pack.form, 'tabs'))
  write(
    'city/pack.yaml',
    'name: city\nversion: 1.0.0\napiVersion: 1\nextends: "@gouji/rules-2021"\ntitle: 市\nreportYears: { from: 2025 }\nvalidFrom: 2025-01-01\nstatus: active\n',
  )
  write('city/form.yaml', 'tables:\n  - id: regulations\n    rows:\n      - { id: compulsoryMeasures, drop: true }\n')
  write(
    'city/clean.json',
    later.replace(/\["[^"]*"\]/, '["/sections/disclosure/tables/regulations/rows/compulsoryMeasures"]'),
  )
})

afterAll(() => rmSync(folder, { recursive: true }))

test('a pack that changes the form changes nothing in reports that it does not judge', () => {
  expect(gouji('pack', 'build', 'city')).toMatchObject({ status: 0, stderr: '' })
  const alone = gouji('audit', 'national.txt')
  expect(alone.status).toBe(0)
  expect(gouji('audit', 'national.txt', '--pack', 'city')).toMatchObject({ status: 0, stdout: alone.stdout })
  expect(readFileSync(join(folder, 'national.txt'), 'utf8')).toContain('行政强制')
})
