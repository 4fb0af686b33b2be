import type { PageLine, PageTable } from './page-blocks.js'

type PageContent = readonly (PageTable | PageLine)[]

/** The part of a page at its top and its bottom where what pages repeat may stand. */
const MARGIN = 0.12
const NUMBER = /^[-—–−~·•\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/,，]?\s*共?\s*\d{1,4}\s*页?)?[-—–−~·•\s]*$/u
/** How many pages repeat a running head. */
const FEWEST = 3

/** Without page numbers and running heads: the first and last lines of pages that are a number, or that most pages have. */
export const dropFurniture = (
  pages: readonly { readonly height: number; readonly content: PageContent }[],
): readonly PageContent[] => {
  const heads = new Map<string, number>()
  const edges = pages.map(({ height, content }) =>
    [content[0], content.at(-1)].filter((block) => block?.kind === 'line' && isInMargin(block, height)),
  ) as readonly (readonly PageLine[])[]
  for (const lines of edges)
    for (const text of new Set(lines.map((line) => line.text))) heads.set(text, (heads.get(text) ?? 0) + 1)
  return pages.map(({ content }, at) => {
    const dropped = edges[at]!.filter(
      ({ text }) => NUMBER.test(text.normalize('NFKC')) || (heads.get(text) ?? 0) >= Math.max(FEWEST, pages.length / 2),
    )
    return dropped.length === 0 ? content : content.filter((block) => !dropped.includes(block as PageLine))
  })
}

const isInMargin = ({ box: [, y, , height] }: PageLine, page: number): boolean =>
  y + height < page * MARGIN || y > page * (1 - MARGIN)
