import type { Form, Report } from '@gouji/core'
import { spreadRows } from '../../src/blocks/spread-rows.js'
import { type MergedCell, mergedRows } from './merged-rows.js'
import { drawLine, drawText, PAGE, widthOf, wrap, writePdf } from './write-pdf.js'

export interface PdfOptions {
  /** How far down the first page the text begins, in points: it says where pages end. */
  readonly top?: number
  /** Whether a row may be broken by a page's end. */
  readonly breaksRows?: boolean
  /** Whether a table's header is printed again where a page begins. */
  readonly repeatsHeader?: boolean
  /** What is done to a page's operators. */
  readonly page?: (operators: string) => string
  /** Whether lines are drawn around cells. */
  readonly isRuled?: boolean
  /** A page's number as printed at its foot. */
  readonly footer?: (page: number) => string
  /** Where a cell's text stands in its cell, by how much it is moved. */
  readonly shift?: (text: string) => readonly [x: number, y: number]
}

const LEFT = 80
const RIGHT = PAGE.width - LEFT
const TOP = 72
const BOTTOM = PAGE.height - 90
const BODY = 14
const PITCH = 24
const CELL = 9
const CELL_PITCH = 12
const PADDING = 3

/** The report as a word processor prints it: wrapped paragraphs, ruled tables over the ends of pages, page numbers. */
export const renderPdf = (report: Report, form: Form, options: PdfOptions = {}): Uint8Array => {
  const { footer = (page) => `- ${page} -`, top = TOP } = options
  const paper = createPaper(footer, top)
  const { publishedOn, body, title = form.title } = report
  paper.line(title, (PAGE.width - widthOf(title) * BODY) / 2)
  for (const text of linesOf(report.preface)) paper.paragraph(text)
  for (const { id } of form.sections) {
    const section = report.sections[id]
    if (!section) continue
    for (const text of [...linesOf(section.heading), ...linesOf(section.text)]) paper.paragraph(text)
    for (const table of form.tables) {
      const printed = table.section === id ? section.tables?.[table.id] : undefined
      if (printed) drawTable(paper, mergedRows(table, printed), options)
    }
  }
  if (publishedOn?.from === 'report') {
    const [year, month, day] = publishedOn.date.split('-').map(Number)
    for (const text of [body?.name ?? '', `${year}年${month}月${day}日`]) paper.line(text, RIGHT - widthOf(text) * BODY)
  }
  return writePdf({ pages: paper.finish().map(options.page ?? ((operators) => operators)) })
}

const linesOf = (text = ''): readonly string[] => (text === '' ? [] : text.split('\n'))

type Paper = ReturnType<typeof createPaper>

const createPaper = (footer: (page: number) => string, top: number) => {
  const pages: string[][] = [[]]
  let y = top
  const draw = (operator: string) => pages.at(-1)!.push(operator)
  const turn = () => {
    pages.push([])
    y = TOP
  }
  const line = (text: string, x: number) => {
    if (y + PITCH > BOTTOM) turn()
    draw(drawText(text, x, PAGE.height - y - BODY, BODY))
    y += PITCH
  }
  return {
    draw,
    turn,
    line,
    paragraph: (text: string) => {
      const width = Math.floor((RIGHT - LEFT) / BODY)
      for (const [at, part] of wrap(`　　${text}`, width).entries())
        line(at === 0 ? part.slice(2) : part, at === 0 ? LEFT + 2 * BODY : LEFT)
    },
    get y() {
      return y
    },
    set y(value) {
      y = value
    },
    finish: () =>
      pages.map((operators, at) => {
        const text = footer(at + 1)
        return [...operators, drawText(text, (PAGE.width - widthOf(text) * 10) / 2, 40, 10)].join('\n')
      }),
  }
}

const drawTable = (paper: Paper, rows: readonly (readonly MergedCell[])[], options: PdfOptions): void => {
  const spread = spreadRows(rows, 100_000)
  const columns = Math.max(
    ...spread.map((row) => row.reduce((end, { start, cell }) => Math.max(end, start + cell.columns), 0)),
  )
  const xs = columnsOf(columns)
  const headers = rows.findIndex((cells) => /^\d+$/u.test(cells.at(-1)?.text ?? ''))
  drawRows(paper, spread, xs, options, headers)
  paper.y += 10
}

const drawRows = (
  paper: Paper,
  spread: readonly Drawn['row'][],
  xs: readonly number[],
  options: PdfOptions,
  headers = Number.POSITIVE_INFINITY,
): void => {
  const room = ({ start, cell }: (typeof spread)[number][number]) =>
    (xs[start + cell.columns]! - xs[start]! - 2 * PADDING) / CELL
  for (const [at, row] of spread.entries()) {
    const texts = row.map((one) =>
      one.continues ? [] : one.cell.text.split('\n').flatMap((text) => wrap(text, room(one))),
    )
    let lines = Math.max(1, ...texts.map((all, nth) => (row[nth]!.cell.rows > 1 ? 1 : all.length)))
    let from = 0
    const space = () => Math.floor((BOTTOM - paper.y - 2 * PADDING) / CELL_PITCH)
    while (lines > 0) {
      const fits = options.breaksRows ? Math.min(lines, space()) : space() >= lines ? lines : 0
      if (fits > 0) {
        const bottom = paper.y + fits * CELL_PITCH + 2 * PADDING
        drawRow(paper, { row, texts, xs, from, fits, bottom }, spread[at + 1], options)
        paper.y = bottom
        lines -= fits
        from += fits
      }
      if (lines > 0) {
        paper.turn()
        if (options.repeatsHeader && at >= headers) drawRows(paper, spread.slice(0, headers), xs, options)
      }
    }
  }
}

interface Drawn {
  readonly row: ReturnType<typeof spreadRows<MergedCell>>[number]
  readonly texts: readonly (readonly string[])[]
  readonly xs: readonly number[]
  readonly from: number
  readonly fits: number
  readonly bottom: number
}

const drawRow = (
  paper: Paper,
  { row, texts, xs, from, fits, bottom }: Drawn,
  below: Drawn['row'] | undefined,
  { shift, isRuled = true }: PdfOptions,
): void => {
  const top = paper.y
  const isLastOfPage = bottom + CELL_PITCH + 2 * PADDING > BOTTOM
  for (const [nth, { start, cell, continues }] of row.entries()) {
    const [left, right] = [xs[start]!, xs[start + cell.columns]!]
    const isOpen = below?.some((one) => one.continues && one.cell === cell) === true && !isLastOfPage
    const rule = (...ends: Parameters<typeof drawLine>) => isRuled && paper.draw(drawLine(...ends))
    if (!continues || top === TOP) rule(left, PAGE.height - top, right, PAGE.height - top)
    if (!isOpen) rule(left, PAGE.height - bottom, right, PAGE.height - bottom)
    for (const x of [left, right]) rule(x, PAGE.height - top, x, PAGE.height - bottom)
    for (const [line, text] of (texts[nth] ?? []).slice(from, from + (cell.rows > 1 ? 99 : fits)).entries()) {
      if (text === '') continue
      const [dx, dy] = shift?.(text) ?? [0, 0]
      const x = left + (right - left - widthOf(text) * CELL) / 2 + dx
      paper.draw(drawText(text, x, PAGE.height - top - PADDING - (line + 1) * CELL_PITCH + 3 - dy, CELL))
    }
  }
}

/** A wide column of labels or two, and the rest alike. */
const columnsOf = (count: number): readonly number[] => {
  const weights = Array.from({ length: count }, (_, at) =>
    count === 15 ? 1 : at === 0 ? 1.6 : at < count - 7 ? 2.2 : 1,
  )
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let x = LEFT
  return [LEFT, ...weights.map((weight) => (x += (weight / total) * (RIGHT - LEFT)))]
}
