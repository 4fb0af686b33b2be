import type { Block } from '../../blocks/block.js'
import { toItems } from '../../blocks/to-items.js'
import { IntakeError, tooLarge } from '../../intake-error.js'
import type { DocumentModel, Unread } from '../../model/document-model.js'
import type { FormatReader } from '../format.js'
import { dropFurniture } from './drop-furniture.js'
import { continuesTable, gridOf } from './join-tables.js'
import { type PageLine, type PageTable, pageBlocks } from './page-blocks.js'
import { marginsOf, paragraphsOf } from './paragraphs.js'
import type { PdfPage } from './pdf-page.js'
import { openPdf, refusal } from './pdfjs.js'
import { readPage } from './read-page.js'

/**
 * Reads a PDF's text by where it stands: tables by the lines drawn around their cells, over the ends of pages, and the
 * lines beside them as paragraphs. A page that shows something and no text is told as unread.
 */
export const readPdf: FormatReader = async (bytes, limits) => {
  const { document, ops, close } = await openPdf(bytes, limits)
  const pages: PdfPage[] = []
  let elements = 0
  try {
    for (let number = 1; number <= document.numPages; number++) {
      const page = await readPage(await document.getPage(number), number, ops)
      elements += page.texts.length + page.rules.length
      if (elements > limits.elements) throw tooLarge('elements', limits.elements)
      pages.push(page)
    }
  } catch (cause) {
    throw refusal(cause)
  } finally {
    await close()
  }
  if (pages.every(({ texts, isUnread }) => texts.length === 0 || isUnread) && pages.some(({ isUnread }) => isUnread))
    throw new IntakeError('NO_TEXT', 'The PDF holds pictures of pages, and no text.')
  return modelOf(pages, limits.elements)
}

const modelOf = (pages: readonly PdfPage[], most: number): DocumentModel => {
  const contents = dropFurniture(pages.map((page) => ({ height: page.height, content: pageBlocks(page, most) })))
  const margins = marginsOf(contents.flat().filter((block) => block.kind === 'line'))
  const blocks: Block[] = []
  const unread: { block: number; place: Unread['place'] }[] = []
  let lines: PageLine[] = []
  let tables: PageTable[] = []
  const flush = () => {
    if (tables.length > 0) blocks.push(gridOf(tables))
    for (const paragraph of paragraphsOf(lines, margins)) blocks.push(paragraph)
    lines = []
    tables = []
  }
  for (const [at, content] of contents.entries()) {
    const page = pages[at]!
    if (page.isUnread) {
      flush()
      unread.push({ block: blocks.length, place: { page: page.number } })
      continue
    }
    for (const block of content) {
      const above = tables.at(-1)
      const goesOn = block.kind === 'line' ? tables.length === 0 : above !== undefined && continuesTable(above, block)
      if (!goesOn) flush()
      if (block.kind === 'line') lines.push(block)
      else tables.push(block)
    }
  }
  flush()
  let from = 0
  let item = 0
  const found = unread.map(({ block, place }): Unread => {
    item += toItems(blocks.slice(from, block), { counts: false }).length
    from = block
    return { item, place }
  })
  return { items: toItems(blocks, { counts: false }), ...(found.length > 0 && { unread: found }) }
}
