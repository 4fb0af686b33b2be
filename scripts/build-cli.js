// Bundles the command line into packages/cli/dist: one file to start, and one for each part that a command loads when it
// runs. Unbundled, yargs alone would double the start of a process.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const folder = new URL('../packages/cli/', import.meta.url)
const path = (name) => fileURLToPath(new URL(name, folder))

/** Puts a light stand-in in the place of a module that is dear to load; the stand-in itself may ask for the real one. */
const standIns = {
  name: 'stand-ins',
  setup({ onResolve }) {
    for (const [filter, file] of [
      [/^string-width$/, path('src/start/string-width.js')],
      [/^(node:)?assert$/, path('src/start/assert.js')],
    ])
      onResolve({ filter }, ({ importer, kind }) =>
        importer === file || kind !== 'import-statement' ? undefined : { path: file },
      )
  },
}

/** yargs asks for its words in a folder beside its own, which beside the bundle is a stranger's: it finds none. */
const withoutLocales = {
  name: 'without-locales',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]y18n[\\/]build[\\/]lib[\\/]platform-shims[\\/]node\.js$/ }, () => ({
      contents: `
        import { format } from 'node:util'
        import { resolve } from 'node:path'
        const readFileSync = () => { throw Object.assign(new Error('there are no locales'), { code: 'ENOENT' }) }
        export default { fs: { readFileSync, writeFile: () => {} }, format, resolve, exists: () => false }`,
      loader: 'js',
    }))
  },
}

// Bundled CommonJS asks for Node's own modules by require, through a part of esbuild's that looks for it.
const REQUIRE = "import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);"

/** Writes what was built, with `require` only where it is looked for: to make one costs every start. */
const write = async ({ path: file, text }) => {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, /\.js$/.test(file) && /\btypeof require\b/.test(text) ? REQUIRE + text : text)
}

/**
 * Imports from a package's index, turned into imports from the files behind it. Splitting goes by files, and an index
 * reaches them all: with it every command would load what any command needs.
 */
const throughIndexes = {
  name: 'through-indexes',
  setup({ onLoad }) {
    const files = new Map()
    const filesOf = async (name) => {
      if (!files.has(name)) {
        const index = new URL(`../packages/${name}/dist/index.js`, import.meta.url)
        const exports = [...(await readFile(index, 'utf8')).matchAll(/export \{([^}]*)\} from '(.+?)'/g)]
        const entries = exports.flatMap(([, names, file]) =>
          names.split(',').map((each) => [each.trim(), fileURLToPath(new URL(file, index))]),
        )
        files.set(name, new Map(entries))
      }
      return files.get(name)
    }
    onLoad({ filter: /packages\/(cli\/src|[\w-]+\/dist)\/.*\.[jt]s$/ }, async ({ path: file }) => {
      let code = await readFile(file, 'utf8')
      for (const [statement, names, name] of code.matchAll(
        /^import \{([^}]*)\} from '@gouji\/(core|intake|reporters)';?$/gm,
      )) {
        const behind = await filesOf(name)
        const imports = names
          .split(',')
          .map((each) => each.trim())
          .filter((each) => each !== '' && !each.startsWith('type '))
          .map((each) => `import { ${each} } from ${JSON.stringify(behind.get(each.split(' as ')[0]))}`)
        code = code.replace(statement, imports.join(';'))
      }
      return { contents: code, loader: file.endsWith('.ts') ? 'ts' : 'js' }
    })
  },
}

/**
 * Gives every part whatever an audit loads, so that all of that is one file: a file costs a start more than what stands
 * in it, and splitting makes one of each set of modules that the same parts share.
 */
const together = {
  name: 'together',
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: /./ }, async ({ path: wanted, kind, importer, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined
      const found = await resolve(wanted, { kind: 'import-statement', importer, resolveDir })
      return found.external ? found : { ...found, namespace: 'part' }
    })
    onLoad({ filter: /./, namespace: 'part' }, ({ path: file }) => ({
      contents: `import ${JSON.stringify(path('src/commands/audit.ts'))}; export * from ${JSON.stringify(file)}`,
      resolveDir: dirname(file),
    }))
  },
}

export const buildCli = async ({ metafile = false } = {}) => {
  const { version } = JSON.parse(await readFile(new URL('package.json', folder), 'utf8'))
  await rm(path('dist/parts'), { recursive: true, force: true })
  const built = await build({
    entryPoints: [path('src/gouji.ts')],
    outdir: path('dist'),
    chunkNames: 'parts/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: ['tinypool'],
    loader: { '.yaml': 'text', '.yml': 'text' },
    // jsonc-parser's main file asks for its parts in a way that no bundler can follow.
    mainFields: ['module', 'main'],
    minify: true,
    // Chinese text is a third as long unescaped.
    charset: 'utf8',
    legalComments: 'linked',
    define: { GOUJI_VERSION: JSON.stringify(version) },
    plugins: [together, standIns, withoutLocales, throughIndexes],
    write: false,
    logLevel: 'warning',
    metafile,
  })
  await Promise.all(built.outputFiles.map(write))
  await buildWorker()
  return built
}

/**
 * The thread that reads documents, apart: what an audit loads is of no use to it. It loads each format's reader when
 * the first such document comes. pdfjs stays a package, for it has its fonts' maps beside it.
 */
const buildWorker = async () => {
  const { outputFiles } = await build({
    entryPoints: { 'parts/read-worker': path('src/reading/read-worker.ts') },
    outdir: path('dist'),
    chunkNames: 'parts/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: ['pdfjs-dist', 'tinypool'],
    minify: true,
    charset: 'utf8',
    legalComments: 'linked',
    write: false,
    logLevel: 'warning',
  })
  await Promise.all(outputFiles.map(write))
}
