import { damagedOle } from './open-ole.js'

interface OleEntry {
  readonly first: number
  readonly size: number
}

const LENGTH = 128
const STREAM = 2
const ROOT = 5

/** The root and the streams that stand in it; those in its folders are of documents within the document. */
export const readEntries = (
  directory: Uint8Array,
): { readonly root: OleEntry; readonly streams: ReadonlyMap<string, OleEntry> } => {
  if (directory.length < LENGTH || directory[66] !== ROOT) throw damagedOle()
  const view = new DataView(directory.buffer)
  const entryAt = (offset: number): OleEntry => ({
    first: view.getUint32(offset + 116, true),
    size: view.getUint32(offset + 120, true),
  })
  const streams = new Map<string, OleEntry>()
  const seen = new Set<number>()
  const waiting = [view.getUint32(76, true)]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const offset = at * LENGTH
    if (offset >= directory.length || seen.has(at)) continue
    seen.add(at)
    waiting.push(view.getUint32(offset + 68, true), view.getUint32(offset + 72, true))
    if (directory[offset + 66] === STREAM) streams.set(nameAt(view, offset), entryAt(offset))
  }
  return { root: entryAt(0), streams }
}

/** Of its length in bytes the two of its end are a part. */
const nameAt = (view: DataView, offset: number): string => {
  let name = ''
  const length = Math.min(view.getUint16(offset + 64, true), 64) - 2
  for (let at = 0; at < length; at += 2) name += String.fromCharCode(view.getUint16(offset + at, true))
  return name
}
