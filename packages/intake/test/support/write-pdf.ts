/** What a page of a PDF draws, in its operators. */
export interface PdfSource {
  readonly pages: readonly string[]
  /** Further objects by number, from 100 on, and what a page's resources say of them. */
  readonly objects?: Readonly<Record<number, string>>
  readonly resources?: string
  /** Of the trailer. */
  readonly trailer?: string
  /** The object that the first page's parent is; the page tree where not given. */
  readonly catalog?: string
}

export const PAGE = { width: 595, height: 842 } as const

/** A file of these pages, with a Chinese font that it names and does not hold. */
export const writePdf = ({ pages, objects = {}, resources = '', trailer = '', catalog }: PdfSource): Uint8Array => {
  const kids = pages.map((_, at) => `${10 + at * 2} 0 R`).join(' ')
  const all = new Map<number, string>([
    [1, catalog ?? '<< /Type /Catalog /Pages 2 0 R >>'],
    [2, `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`],
    [3, '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>'],
    [
      4,
      '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R /DW 1000 /W [1 95 500 814 907 500] >>',
    ],
    [
      5,
      '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    ],
  ])
  for (const [at, content] of pages.entries()) {
    const box = `/MediaBox [0 0 ${PAGE.width} ${PAGE.height}]`
    all.set(
      10 + at * 2,
      `<< /Type /Page /Parent 2 0 R ${box} /Resources << /Font << /F1 3 0 R >> ${resources} >> /Contents ${11 + at * 2} 0 R >>`,
    )
    all.set(11 + at * 2, `<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
  }
  for (const [number, object] of Object.entries(objects)) all.set(Number(number), object)
  let text = '%PDF-1.7\n'
  const offsets = new Map<number, number>()
  for (const [number, object] of [...all].sort(([a], [b]) => a - b)) {
    offsets.set(number, text.length)
    text += `${number} 0 obj\n${object}\nendobj\n`
  }
  const size = Math.max(...all.keys()) + 1
  const entries = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number)
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const end = `xref\n0 ${size}\n${entries.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${text.length}\n%%EOF\n`
  return Uint8Array.from(text + end, (char) => char.charCodeAt(0))
}

/** Draws a text from its left end, y being its baseline from the page's bottom. */
export const drawText = (text: string, x: number, y: number, size: number): string =>
  `BT /F1 ${size} Tf 1 0 0 1 ${x.toFixed(2)} ${y.toFixed(2)} Tm <${[...text]
    .flatMap((char) => Array.from({ length: char.length }, (_, at) => char.charCodeAt(at)))
    .map((code) => code.toString(16).padStart(4, '0'))
    .join('')}> Tj ET`

export const drawLine = (x0: number, y0: number, x1: number, y1: number): string =>
  `${x0.toFixed(2)} ${y0.toFixed(2)} m ${x1.toFixed(2)} ${y1.toFixed(2)} l S`

/** A text's width in its size. */
export const widthOf = (text: string): number => [...text].reduce((sum, char) => sum + (char > '\u02ff' ? 1 : 0.5), 0)

/** A text in lines no wider than so many sizes. */
export const wrap = (text: string, width: number): readonly string[] => {
  const lines: string[] = []
  let line = ''
  for (const char of text) {
    if (widthOf(line + char) > width) {
      lines.push(line)
      line = ''
    }
    line += char
  }
  return [...lines, line]
}
