/** How many code units are written at a time, so that no text needs room of its own. */
const STRETCH = 0x4000

/** The UTF-16 code units of the stretch written last, two in each: the earlier in the lower half. */
export const pairs = new Int32Array(STRETCH / 2)

/**
 * Writes the code units of the text from the place on into `pairs`, as many as there is room for; tells how many. One by
 * one, as the language has it, that takes longer than all that is done with them: where the host has Node's Buffer, they
 * are written at once.
 */
export const writePairs = (text: string, from: number): number => {
  const stretch = from === 0 && text.length <= STRETCH ? text : text.slice(from, from + STRETCH)
  if (atOnce !== null) atOnce.write(stretch, 'utf16le')
  else
    for (let i = 0; i < stretch.length; i += 2)
      pairs[i >> 1] = stretch.charCodeAt(i) | (stretch.charCodeAt(i + 1) << 16)
  return stretch.length
}

interface Buffer {
  write(text: string, encoding: 'utf16le'): number
}

/** The memory of `pairs` as Node's Buffer; null where there is none, or where the machine has the higher half first. */
const bufferOf = ({ Buffer }: { Buffer?: { from?(memory: ArrayBufferLike): Buffer } }): Buffer | null => {
  const buffer = Buffer?.from?.(pairs.buffer)
  buffer?.write('年', 'utf16le')
  return buffer !== undefined && pairs[0] === '年'.charCodeAt(0) ? buffer : null
}

const atOnce = bufferOf(globalThis as object)
