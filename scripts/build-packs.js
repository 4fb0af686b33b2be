// Builds each pack of this workspace from its YAML: pack.json and, for those who import the package, the same as a module.
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'

/** Each after the one that it extends. */
const packFolders = ['rules-2020', 'rules-2021']

const DECLARATION = "import type { Pack } from '@gouji/core'\nexport declare const pack: Pack\n"

const sha512 = (text) => createHash('sha512').update(text).digest('base64')

/** The text of a pack's files, by their path in its folder. */
const readPackFiles = async (folder, isPackFile) => {
  const names = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll('\\', '/'))
  const wanted = names.filter(isPackFile)
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
  const { baseNameOf, buildPack, isPackFile } = await import('../packages/core/dist/build/index.js')
  const built = new Map()
  for (const name of packFolders) {
    const folder = new URL(`../packages/${name}/`, import.meta.url)
    const facts = new URL('dist/facts.js', folder)
    const text = await readFile(facts, 'utf8').catch(() => null)
    const code = text === null ? undefined : { file: 'facts.js', text, exports: await import(facts) }
    const files = await readPackFiles(folder, isPackFile)
    const result = buildPack(files, { sha512 }, { code, base: built.get(baseNameOf(files)) })
    for (const { file, line, message } of result.problems)
      console.error(`packages/${name}/${file}:${line ?? 1}: ${message}`)
    const { pack } = result
    if (pack === null) throw new Error(`packages/${name} does not build`)
    if (result.code.some(({ file }) => file !== 'facts.js'))
      throw new Error(`packages/${name} needs code of its base, which its module does not export`)
    built.set(pack.name, result)
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
