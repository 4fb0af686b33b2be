import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A program that makes a PDF of a document, as an office or a reader of a page would. */
export interface PdfMaker {
  readonly name: string
  /** Whether this machine has it. */
  readonly isHere: boolean
  /** A PDF of each document, in their order; those made before are kept under node_modules/.cache. */
  make(documents: readonly Uint8Array[]): Promise<readonly Uint8Array[]>
}

interface Program {
  readonly name: string
  /** What it may be called. */
  readonly commands: readonly string[]
  /** The ending of the documents that it takes. */
  readonly ending: string
  /** Makes `<name>.pdf` of each `<name>.<ending>` in the folder, in which it may keep its own files too. */
  convert(command: string, folder: string, names: readonly string[]): Promise<void>
}

const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/gouji-pdfs', import.meta.url))

export const pdfMaker = ({ name, commands, ending, convert }: Program): PdfMaker => {
  const found = commands
    .map((command) => ({ command, ...spawnSync(command, ['--version'], { encoding: 'utf8' }) }))
    .find(({ status }) => status === 0)
  return {
    name,
    isHere: found !== undefined,
    make: async (documents) => {
      if (!found) throw new Error(`this machine has no ${commands.join(' or ')}`)
      const how = `${found.stdout}${convert}`
      const keys = documents.map((bytes) => createHash('sha256').update(how).update(bytes).digest('hex'))
      const kept = (key: string) => join(CACHE, `${key}.pdf`)
      const missing = [...new Set(keys)].filter((key) => !existsSync(kept(key)))
      if (missing.length > 0) {
        mkdirSync(CACHE, { recursive: true })
        const folder = mkdtempSync(join(tmpdir(), 'gouji-pdfs-'))
        try {
          for (const key of missing) writeFileSync(join(folder, `${key}.${ending}`), documents[keys.indexOf(key)]!)
          await convert(found.command, folder, missing)
          for (const key of missing) {
            // The folder may be on another disk than the cache, and another run may read there.
            const fresh = `${kept(key)}.${process.pid}`
            writeFileSync(fresh, readFileSync(join(folder, `${key}.pdf`)))
            renameSync(fresh, kept(key))
          }
        } finally {
          rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
        }
      }
      return keys.map((key) => new Uint8Array(readFileSync(kept(key))))
    },
  }
}
