import { readDocument } from '@gouji/intake'
import { makeDocument } from './documents.js'
import { measureInTurns } from './measure.js'
import { baselines } from './reader-baselines.js'

const SECONDS = 3

/** Reading one document, against what its format's own parser takes for the same bytes; and how many a second, in one thread. */
export const measureReaders = async (pack, formats, forms) => {
  const ratios = {}
  const perSecond = {}
  for (const format of Object.keys(formats)) {
    const { name, bytes } = await makeDocument(formats, format, 1, pack)
    const read = () => readDocument({ name, bytes }, { forms })
    await read()
    const base = baselines[format]
    const { reading, parsing } = await measureInTurns(
      { reading: read, ...(base && { parsing: () => base(bytes) }) },
      { seconds: SECONDS },
    )
    perSecond[format] = Math.round(1e9 / reading)
    if (base) ratios[format] = reading / parsing
  }
  return { ratios, perSecond }
}
