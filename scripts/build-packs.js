// Builds each pack of this workspace from its YAML: pack.json and, for those who import the package, the same as a module.
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'

const packFolders = ['rules-2020']

const DECLARATION = "import type { Pack } from '@gouji/core'\nexport declare const pack: Pack\n"

const sha512 = (text) => createHash('sha512').update(text).digest('base64')

/** The text of a pack's files, by their path in its folder. */
const readPackFiles = async (folder) => {
  const names = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll('\\', '/'))
  const wanted = names.filter((name) => /^(pack\.yaml|form\.yaml|clean\.json|rules\/.+\.ya?ml)$/.test(name))
  return new Map(await Promise.all(wanted.map(async (name) => [name, await readFile(new URL(name, folder), 'utf8')])))
}

/** The declarations that the TypeScript build needs before the packs are there. */
export const declarePacks = async () => {
  for (const name of packFolders) {
    const folder = new URL(`../packages/${name}/src/generated/`, import.meta.url)
    await mkdir(folder, { recursive: true })
    await writeFile(new URL('pack.d.ts', folder), DECLARATION)
  }
}

export const buildPacks = async () => {
  const { buildPack } = await import('../packages/core/dist/build/index.js')
  for (const name of packFolders) {
    const folder = new URL(`../packages/${name}/`, import.meta.url)
    const file = new URL('dist/facts.js', folder)
    const text = await readFile(file, 'utf8').catch(() => null)
    const code = text === null ? undefined : { file: 'facts.js', text, exports: await import(file) }
    const { pack, problems } = buildPack(await readPackFiles(folder), { sha512 }, code)
    for (const { file, line, message } of problems) console.error(`packages/${name}/${file}:${line ?? 1}: ${message}`)
    if (pack === null) throw new Error(`packages/${name} does not build`)
    const json = JSON.stringify(pack)
    await mkdir(new URL('dist/generated/', folder), { recursive: true })
    await writeFile(new URL('dist/pack.json', folder), `${json}\n`)
    await writeFile(
      new URL('dist/generated/pack.js', folder),
      `export const pack = JSON.parse(${JSON.stringify(json)})\n`,
    )
    await writeFile(new URL('dist/generated/pack.d.ts', folder), DECLARATION)
  }
}
