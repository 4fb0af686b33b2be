// Everything generated that is committed. `--check` compares instead of writing.
import { readFile, writeFile } from 'node:fs/promises'
import { generateTypes, typesFile } from './generate-types.js'

const files = [[typesFile, await generateTypes()]]
const check = process.argv.includes('--check')

for (const [file, text] of files) {
  const old = await readFile(file, 'utf8').catch(() => null)
  if (old === text) continue
  const name = file.pathname.slice(new URL('..', import.meta.url).pathname.length)
  if (check) {
    console.error(`${name} is stale: run \`npm run generate\``)
    process.exitCode = 1
  } else {
    await writeFile(file, text)
    console.log(`wrote ${name}`)
  }
}
