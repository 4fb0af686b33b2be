// Bundles the command line into packages/cli/dist: one file to start, and one for each part that a command loads when it
// runs. Unbundled, yargs alone would double the start of a process.
import { readFile, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const folder = new URL('../packages/cli/', import.meta.url)
const path = (name) => fileURLToPath(new URL(name, folder))

export const buildCli = async () => {
  const { version } = JSON.parse(await readFile(new URL('package.json', folder), 'utf8'))
  await rm(path('dist/parts'), { recursive: true, force: true })
  await build({
    entryPoints: [path('src/gouji.ts')],
    outdir: path('dist'),
    chunkNames: 'parts/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // jsonc-parser's main file asks for its parts in a way that no bundler can follow.
    mainFields: ['module', 'main'],
    minify: true,
    legalComments: 'linked',
    define: { GOUJI_VERSION: JSON.stringify(version) },
    banner: {
      // Bundled CommonJS asks for Node's own modules by require.
      js: "import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);",
    },
    logLevel: 'warning',
  })
}
