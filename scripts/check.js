// Lint and format, types of the tests, generated files, packages as they would be published, packs' own examples.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const node = (...args) => [process.execPath, args]
const bin = (name) => fileURLToPath(new URL(`../node_modules/${name}`, import.meta.url))

const checks = [
  ['lint and format', node(bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings')],
  ['types of the tests', node(bin('typescript/bin/tsc'), '-p', 'tsconfig.tests.json')],
  ['generated files', node('scripts/generate.js', '--check')],
  ['rules-2020', node('packages/cli/bin/gouji.js', 'pack', 'test', 'packages/rules-2020')],
  ['rules-2021', node('packages/cli/bin/gouji.js', 'pack', 'test', 'packages/rules-2021')],
  ['examples/city-pack', node('packages/cli/bin/gouji.js', 'pack', 'test', 'examples/city-pack')],
  ['packages', node('scripts/check-packages.js')],
]

for (const [name, [command, args]] of checks) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' })
  console.log(`${status === 0 ? 'ok' : 'FAILED'}  ${name}`)
  if (status !== 0) process.exitCode = 1
}
