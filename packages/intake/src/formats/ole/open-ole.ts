import { IntakeError } from '../../intake-error.js'
import { readEntries } from './read-entries.js'

/** The streams at the top of an OLE file. */
export interface OleFile {
  /** The stream's bytes, `null` where there is none of the name. */
  stream(name: string): Uint8Array | null
}

const LAST_SECTOR = 0xfffffffa
const HEADER = 512
const IN_HEADER = 109

export const damagedOle = (cause?: unknown): IntakeError =>
  new IntakeError('DAMAGED', 'The document is cut off or damaged.', { cause })

/**
 * An OLE file. Throws IntakeError `DAMAGED` for chains of sectors that are longer than the file (as those are that run
 * in a circle) or that lead out of it.
 */
export const openOle = (bytes: Uint8Array): OleFile => {
  if (bytes.length < HEADER) throw damagedOle()
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const shift = header.getUint16(30, true)
  const smallShift = header.getUint16(32, true)
  if ((shift !== 9 && shift !== 12) || smallShift !== 6) throw damagedOle()
  const size = 1 << shift
  const most = Math.ceil(bytes.length / size)
  const offsetOf = (sector: number): number => {
    const offset = (sector + 1) * size
    if (offset >= bytes.length) throw damagedOle()
    return offset
  }
  const wordAt = (offset: number): number => {
    if (offset + 4 > bytes.length) throw damagedOle()
    return header.getUint32(offset, true)
  }
  const follow = (first: number, longest: number, next: (sector: number) => number): readonly number[] => {
    const chain: number[] = []
    for (let sector = first; sector < LAST_SECTOR; sector = next(sector)) {
      if (chain.length >= longest) throw damagedOle()
      chain.push(sector)
    }
    return chain
  }
  const collect = (chain: readonly number[], unit: number, from: (at: number) => Uint8Array): Uint8Array => {
    const all = new Uint8Array(chain.length * unit)
    chain.forEach((at, index) => {
      all.set(from(at), index * unit)
    })
    return all
  }
  const sectorsOf = (first: number): Uint8Array =>
    collect(
      follow(first, most, (sector) => {
        const table = tables[sector >> (shift - 2)]
        if (table === undefined) throw damagedOle()
        return wordAt(offsetOf(table) + (sector & (size / 4 - 1)) * 4)
      }),
      size,
      (sector) => bytes.subarray(offsetOf(sector), offsetOf(sector) + size),
    )

  const tables: number[] = []
  for (let at = 0; at < IN_HEADER; at++) tables.push(wordAt(76 + at * 4))
  const last = size / 4 - 1
  const further = follow(wordAt(68), most, (sector) => wordAt(offsetOf(sector) + last * 4))
  for (const sector of further)
    for (let at = 0; at < last && tables.length < most; at++) tables.push(wordAt(offsetOf(sector) + at * 4))

  const { root, streams } = readEntries(sectorsOf(wordAt(48)))
  const smallTable = sectorsOf(wordAt(60))
  const smallNext = new DataView(smallTable.buffer)
  const small = sectorsOf(root.first)
  const smallUnit = 1 << smallShift
  return {
    stream: (name) => {
      const entry = streams.get(name)
      if (!entry) return null
      const isSmall = entry.size < wordAt(56)
      const found = isSmall
        ? collect(
            follow(entry.first, small.length / smallUnit, (unit) => {
              if (unit * 4 + 4 > smallTable.length) throw damagedOle()
              return smallNext.getUint32(unit * 4, true)
            }),
            smallUnit,
            (unit) => small.subarray(unit * smallUnit, (unit + 1) * smallUnit),
          )
        : sectorsOf(entry.first)
      if (found.length < entry.size) throw damagedOle()
      return found.subarray(0, entry.size)
    },
  }
}
