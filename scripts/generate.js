// Everything generated that is committed: types, and a page for every rule. `--check` compares instead of writing.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { generateRulePages } from './generate-rule-pages.js'
import { generateTypes, typesFile } from './generate-types.js'

const root = new URL('..', import.meta.url)
const pages = new URL('docs/rules/', root)
const check = process.argv.includes('--check')
const nameOf = (file) => file.pathname.slice(root.pathname.length)

const stale = (file, what) => {
  console.error(`${nameOf(file)} ${what}: run \`npm run generate\``)
  process.exitCode = 1
}

const files = new Map([[typesFile.href, await generateTypes()]])
for (const [name, text] of await generateRulePages()) files.set(new URL(name, pages).href, text)

for (const [href, text] of files) {
  const file = new URL(href)
  const old = await readFile(file, 'utf8').catch(() => null)
  if (old === text) continue
  if (check) stale(file, 'is stale')
  else {
    await mkdir(new URL('.', file), { recursive: true })
    await writeFile(file, text)
    console.log(`wrote ${nameOf(file)}`)
  }
}

for (const name of await readdir(pages, { recursive: true }).catch(() => [])) {
  const file = new URL(name.replaceAll('\\', '/'), pages)
  if (!name.endsWith('.md') || files.has(file.href)) continue
  if (check) stale(file, 'is of no rule')
  else await rm(fileURLToPath(file))
}
