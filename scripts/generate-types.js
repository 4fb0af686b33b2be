// The TypeScript types of every published document, from their JSON Schemas.
import { readFile } from 'node:fs/promises'
import { compile } from 'json-schema-to-typescript'

const names = ['report', 'form', 'rule', 'pack', 'result', 'waivers']
const roots = ['report', 'pack', 'result', 'waivers']
const schemaFile = (name) => new URL(`../packages/core/schemas/${name}.schema.json`, import.meta.url)

/** What the type generator would turn into noise: tuple lengths, and a second description beside a reference. */
const simplify = (node) => {
  if (Array.isArray(node)) return node.map(simplify)
  if (node === null || typeof node !== 'object') return node
  const { minItems: _, maxItems: __, $id: ___, $schema: ____, ...rest } = node
  if (typeof rest.$ref === 'string')
    return { $ref: rest.$ref.replace(/^(\w+)\.schema\.json#?$/, '#/$defs/$1').replace(/^\w+\.schema\.json#/, '#') }
  return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, simplify(value)]))
}

const readonly = (source) =>
  source
    .replace(/^(\s+)((?:[A-Za-z_]\w*|"[^"]+")\??:|\[k: string\]:)/gm, '$1readonly $2')
    .replace(/: ([A-Z]\w*|string|number)\[\]/g, ': readonly $1[]')
    .replace(/: (\([^()]*\))\[\]/g, ': readonly $1[]')
    .replace(/^( {2,})(readonly \w+\??): \{([^{}]*)\}\[\]/gm, '$1$2: readonly {$3}[]')

export const typesFile = new URL('../packages/core/src/types.ts', import.meta.url)

export const generateTypes = async () => {
  const $defs = {}
  for (const name of names) {
    const { $defs: own = {}, ...schema } = JSON.parse(await readFile(schemaFile(name), 'utf8'))
    Object.assign($defs, simplify(own), { [name]: simplify(schema) })
  }
  const root = {
    title: 'Documents',
    description: 'Every document that gouji publishes a schema of.',
    type: 'object',
    additionalProperties: false,
    required: roots,
    properties: Object.fromEntries(roots.map((name) => [name, { $ref: `#/$defs/${name}` }])),
    $defs,
  }
  const source = await compile(root, 'Documents', {
    bannerComment: '// Generated from ../schemas by `npm run generate`.',
    additionalProperties: false,
    unreachableDefinitions: false,
    style: { semi: false, singleQuote: true, printWidth: 120 },
  })
  return readonly(source)
}
