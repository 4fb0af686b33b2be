import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

test('a neighbour of the installed program named locales has no say in its words', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-installed-'))
  try {
    for (const name of ['bin', 'dist', 'package.json'])
      cpSync(fileURLToPath(new URL(`../${name}`, import.meta.url)), join(folder, 'gouji', name), { recursive: true })
    for (const place of ['locales', 'gouji/locales', 'gouji/dist/locales']) {
      mkdirSync(join(folder, place))
      writeFileSync(join(folder, place, 'en.json'), '{ "Options:": "a stranger\'s" }')
    }
    const args = [join(folder, 'gouji/bin/gouji.js'), 'audit', '--help', '--lang', 'en']
    const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
    expect(stdout).toContain('Options:')
    expect(stdout).not.toContain('stranger')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
