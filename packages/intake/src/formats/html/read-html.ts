import { toItems } from '../../blocks/to-items.js'
import type { FormatReader } from '../format.js'
import { decodeText } from '../text/decode-text.js'
import { declaredEncoding } from './declared-encoding.js'
import { readPageInfo } from './page-info.js'
import { parseHtml } from './parse-html.js'
import { placeIn } from './place-in.js'
import { readBlocks } from './read-blocks.js'

/** A web page, as far as it goes: what it prints, and what its head says of it. */
export const readHtml: FormatReader = (bytes, limits) => {
  const source = decodeText(bytes, declaredEncoding(bytes)).text
  const { root, cutCell } = parseHtml(source, limits)
  const page = { placeAt: placeIn(source), limits, cutCell, cellsLeft: limits.elements }
  return { items: toItems(readBlocks(page, root, 0), { counts: true }), page: readPageInfo(root) }
}
