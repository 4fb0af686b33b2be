// The whole build, in order: validators and templates, TypeScript, packs, the bundled command line.
import { spawnSync } from 'node:child_process'
import { cp, mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { buildCli } from './build-cli.js'
import { buildPacks, declarePacks } from './build-packs.js'
import { buildTemplates } from './build-templates.js'
import { buildValidators } from './build-validators.js'

const root = new URL('..', import.meta.url)
const path = (name) => fileURLToPath(new URL(name, root))

await Promise.all([buildValidators(), buildTemplates(), declarePacks()])
await mkdir(path('packages/core/dist'), { recursive: true })
await cp(path('packages/core/src/generated'), path('packages/core/dist/generated'), { recursive: true })
const { status } = spawnSync(process.execPath, [path('node_modules/typescript/bin/tsc'), '-b'], {
  cwd: root,
  stdio: 'inherit',
})
if (status !== 0) process.exit(1)
await buildPacks()
await buildCli()
