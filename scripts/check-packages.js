// Each package as npm would publish it: packed, installed with the others in a folder outside the workspace, and run.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pack } from '@gouji/rules-2020'
import { loadFormats, makeDocument } from '../tests/bench/documents.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'gouji-packed-'))

const run = (command, args, options = {}) => {
  const result = spawnSync(command, args, { cwd: folder, encoding: 'utf8', ...options })
  if (result.error) throw result.error
  return result
}

try {
  const packed = run('npm', ['pack', '--workspaces', '--ignore-scripts', '--pack-destination', folder], {
    cwd: root,
  })
  if (packed.status !== 0) throw new Error(packed.stderr)
  const tarballs = readdirSync(folder).filter((name) => name.endsWith('.tgz'))
  const files = Object.fromEntries(
    tarballs.map((name) => [name.replace(/-\d+\.\d+\.\d+\.tgz$/, '').replace(/^gouji-/, '@gouji/'), `file:./${name}`]),
  )
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'packed', version: '1.0.0', type: 'module', dependencies: files, overrides: files }),
  )
  const installed = run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'])
  if (installed.status !== 0) throw new Error(installed.stderr || installed.stdout)
  cpSync(join(root, 'examples/county-bureau-2020.txt'), join(folder, 'report.txt'))
  const audited = run('npx', ['--no-install', 'gouji', 'audit', 'report.txt'])
  if (audited.status !== 1 || !audited.stdout.includes('不通过'))
    throw new Error(`gouji as published: exit ${audited.status}\n${audited.stdout}${audited.stderr}`)
  mkdirSync(join(folder, 'documents'))
  const formats = await loadFormats(pack)
  for (const format of Object.keys(formats)) {
    const { name, bytes } = await makeDocument(formats, format, 1, pack)
    writeFileSync(join(folder, 'documents', name), bytes)
  }
  const readAll = run('npx', ['--no-install', 'gouji', 'audit', 'documents', '--format', 'json'])
  if (readAll.status > 1 || JSON.parse(readAll.stdout).audits.length !== Object.keys(formats).length)
    throw new Error(`documents by gouji as published: exit ${readAll.status}\n${readAll.stderr}`)
  cpSync(join(root, 'examples/city-bureau-2025.txt'), join(folder, 'later.txt'))
  cpSync(join(root, 'examples/city-pack'), join(folder, 'city-pack'), { recursive: true })
  const built = run('npx', ['--no-install', 'gouji', 'pack', 'build', 'city-pack'])
  if (built.status !== 0) throw new Error(`a pack over a published one: exit ${built.status}\n${built.stderr}`)
  const overlaid = run('npx', ['--no-install', 'gouji', 'audit', 'later.txt', '--pack', 'city-pack'])
  if (overlaid.status !== 1 || !overlaid.stdout.includes('overview/channel-numbers'))
    throw new Error(`the city's pack as published: exit ${overlaid.status}\n${overlaid.stdout}${overlaid.stderr}`)
  writeFileSync(
    join(folder, 'use.js'),
    `import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { auditReport, compilePack } from '@gouji/core'
import { buildPack } from '@gouji/core/build'
import { auditWithReference } from '@gouji/core/reference'
import { readDocument } from '@gouji/intake'
import { createReporter } from '@gouji/reporters'
import * as rules2020 from '@gouji/rules-2020'
import * as rules2021 from '@gouji/rules-2021'
const packs = [rules2020, rules2021].map(({ pack, code }) => compilePack(pack, code))
if ([buildPack, auditWithReference, readDocument, createReporter].some((entry) => typeof entry !== 'function')) throw new Error('an entry is missing')
for (const name of ['config', 'lock'])
  JSON.parse(readFileSync(fileURLToPath(import.meta.resolve('gouji/schemas/' + name + '.schema.json')), 'utf8'))
for (const { pack } of packs)
  if (auditReport(pack.clean, packs).verdict !== 'pass') throw new Error('the clean report of ' + pack.name + ' does not pass')
`,
  )
  const used = run(process.execPath, ['use.js'])
  if (used.status !== 0) throw new Error(used.stderr)
} catch (error) {
  console.error(error.stack)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
