import { fileURLToPath } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { parse } from 'parse5'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { SaxesParser } from 'saxes'

const cMapUrl = fileURLToPath(new URL('cmaps/', import.meta.resolve('pdfjs-dist/package.json')))

const html = (bytes) => parse(new TextDecoder().decode(bytes))

/** What the parser of each format alone takes for a document: the least that its reader can take. */
export const baselines = {
  html,
  bareHtml: html,
  docx: (bytes) => {
    const parser = new SaxesParser()
    parser.write(strFromU8(unzipSync(bytes)['word/document.xml'])).close()
  },
  pdf: async (bytes) => {
    const task = getDocument({ data: bytes.slice(), cMapUrl, cMapPacked: true, verbosity: 0 })
    const document = await task.promise
    for (let number = 1; number <= document.numPages; number++) await (await document.getPage(number)).getTextContent()
    await task.destroy()
  },
}
