import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeDocument } from './documents.js'

const path = (name) => fileURLToPath(new URL(name, import.meta.url))

/** Wall time and the most memory of an audit of a folder, in milliseconds and bytes. */
const audit = (folder) => {
  const start = performance.now()
  const { stderr, status } = spawnSync(
    process.execPath,
    [
      '--require',
      path('memory-at-exit.cjs'),
      path('../../packages/cli/bin/gouji.js'),
      'audit',
      folder,
      '--output',
      `json=${join(folder, '..', 'result.json')}`,
    ],
    { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] },
  )
  if (status > 1) throw new Error(stderr)
  return { time: performance.now() - start, memory: Number(stderr.trim().split('\n').at(-1)) }
}

/** Writes so many documents, of the formats in turn, and audits them. */
const auditMany = async (pack, formats, kinds, count) => {
  const root = mkdtempSync(join(tmpdir(), 'gouji-bench-'))
  const folder = mkdtempSync(join(root, 'reports-'))
  const made = new Map()
  for (let index = 0; index < count; index++) {
    const kind = kinds[index % kinds.length]
    // A few reports over and over: to make them takes longer than to read them.
    const key = `${kind}${index % 30}`
    if (!made.has(key)) made.set(key, (await makeDocument(formats, kind, index, pack)).bytes)
    writeFileSync(join(folder, `${index}.${kind}`), made.get(key))
  }
  const result = audit(folder)
  rmSync(root, { recursive: true })
  return result
}

/** Documents a second on all cores, by format, the start of the process left out. */
export const measureFolders = async (
  pack,
  formats,
  counts = { txt: 300, html: 300, docx: 300, xlsx: 150, pdf: 30 },
) => {
  const perSecond = {}
  for (const [format, count] of Object.entries(counts)) {
    const few = await auditMany(pack, formats, [format], 2)
    const many = await auditMany(pack, formats, [format], count)
    perSecond[format] = Math.round((1000 * (count - 2)) / (many.time - few.time))
  }
  return perSecond
}

/** The most memory of an audit of 1,000 documents of all formats against that of 200. */
export const measureFolderMemory = async (pack, formats) => {
  const kinds = ['html', 'docx', 'txt', 'html', 'docx', 'xlsx', 'html', 'docx', 'txt', 'pdf']
  const few = await auditMany(pack, formats, kinds, 200)
  const many = await auditMany(pack, formats, kinds, 1000)
  return many.memory / few.memory
}
