// Precompiles the published schemas into validators: compiling one at start costs 430 ms, and is forbidden in a browser
// under a strict content policy.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'
import standaloneCode from 'ajv/dist/standalone/index.js'

const core = new URL('../packages/core/', import.meta.url)
const cli = new URL('../packages/cli/', import.meta.url)

const ERROR =
  'instancePath: string; message?: string; params: Record<string, unknown>; keyword: string; propertyName?: string'
/** What an error says too, where it is to be told in words of one's own. */
const VERBOSE = `${ERROR}; parentSchema: Record<string, unknown>; data: unknown`

const readSchemas = (folder, names) =>
  Promise.all(
    names.map(async (name) => JSON.parse(await readFile(new URL(`schemas/${name}.schema.json`, folder), 'utf8'))),
  )

/** Writes `validate-<name>.js` into the package's generated sources, for each of the names, a part of a schema where one is named. */
const compile = async (folder, schemas, names, { verbose }) => {
  const ajv = new Ajv2020({
    strict: true,
    allErrors: true,
    strictTypes: false,
    verbose,
    code: { source: true, esm: true, lines: false },
  })
  for (const schema of schemas) ajv.addSchema(schema)
  const target = new URL('src/generated/', folder)
  await mkdir(target, { recursive: true })
  for (const [file, schema = `${file}.schema.json`] of names.map((each) => [each].flat())) {
    const name = `validate${file[0].toUpperCase()}${file.slice(1)}`
    const code = standaloneCode.default(ajv, { [name]: `https://gouji.dev/schemas/${schema}` })
    if (code.includes('require(')) throw new Error(`validate-${file} needs ajv at run time`)
    const types = `export declare const ${name}: { (value: unknown): boolean; errors?: { ${verbose ? VERBOSE : ERROR} }[] | null }\n`
    await writeFile(new URL(`validate-${file}.js`, target), code)
    await writeFile(new URL(`validate-${file}.d.ts`, target), types)
  }
}

export const buildValidators = async () => {
  const schemas = await readSchemas(core, ['report', 'form', 'rule', 'pack', 'result', 'waivers'])
  const waiver = ['waiver', 'waivers.schema.json#/$defs/waiver']
  await compile(core, schemas, ['report', 'pack', 'result', waiver], { verbose: false })
  await compile(cli, await readSchemas(cli, ['config', 'lock']), ['config', 'lock'], { verbose: true })
}
