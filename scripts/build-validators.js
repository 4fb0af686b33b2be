// Precompiles the published schemas into validators: compiling one at start costs 430 ms, and is forbidden in a browser
// under a strict content policy.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'
import standaloneCode from 'ajv/dist/standalone/index.js'

const schemas = new URL('../packages/core/schemas/', import.meta.url)
const target = new URL('../packages/core/src/generated/', import.meta.url)

export const readSchemas = async () =>
  Promise.all(
    ['report', 'form', 'rule', 'pack', 'result', 'waivers'].map(async (name) =>
      JSON.parse(await readFile(new URL(`${name}.schema.json`, schemas), 'utf8')),
    ),
  )

export const buildValidators = async () => {
  const ajv = new Ajv2020({
    strict: true,
    allErrors: true,
    strictTypes: false,
    code: { source: true, esm: true, lines: false },
  })
  for (const schema of await readSchemas()) ajv.addSchema(schema)
  await mkdir(target, { recursive: true })
  for (const [file, name, schema, part = ''] of [
    ['validate-report', 'validateReport', 'report'],
    ['validate-pack', 'validatePack', 'pack'],
    ['validate-result', 'validateResult', 'result'],
    ['validate-waiver', 'validateWaiver', 'waivers', '#/$defs/waiver'],
  ]) {
    const code = standaloneCode.default(ajv, { [name]: `https://gouji.dev/schemas/${schema}.schema.json${part}` })
    if (code.includes('require(')) throw new Error(`${file} needs ajv at run time`)
    const types = `export declare const ${name}: { (value: unknown): boolean; errors?: { instancePath: string; message?: string; params: Record<string, unknown>; keyword: string; propertyName?: string }[] | null }\n`
    await writeFile(new URL(`${file}.js`, target), code)
    await writeFile(new URL(`${file}.d.ts`, target), types)
  }
}
