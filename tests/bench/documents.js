// Documents for the bench, in every format, by the renderers of the tests.
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { makeReport } from './make-reports.js'

const path = (name) => fileURLToPath(new URL(name, import.meta.url))

/** The renderers are TypeScript: as one module, beside the packages that they import. */
const loadRenderers = async () => {
  const support = path('../../packages/intake/test/support')
  const { outputFiles } = await build({
    stdin: {
      contents: ['html', 'docx', 'xlsx', 'pdf', 'report']
        .map((name) => `export * from './render-${name}.js'`)
        .join('\n'),
      resolveDir: support,
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    write: false,
  })
  const folder = path('../../packages/intake/node_modules/.cache')
  mkdirSync(folder, { recursive: true })
  const file = `${folder}/bench-renderers.mjs`
  writeFileSync(file, outputFiles[0].text)
  return import(pathToFileURL(file).href)
}

/** A text as most pages have it, pasted from a word processor. */
const pasted = (text) =>
  `<span lang="EN-US" style="font-size:12.0pt;font-family:仿宋_GB2312;mso-hansi-font-family:宋体;color:black">${text.replaceAll('\n', '<br>')}<o:p></o:p></span>`

/** How a report of the bench becomes the bytes of each format. */
export const loadFormats = async ({ form }) => {
  const renderers = await loadRenderers()
  const encode = (text) => new TextEncoder().encode(text)
  return {
    txt: (report) => encode(renderers.renderReport(report, form, 'tabs')),
    html: (report) => encode(renderers.renderHtml(report, form, { inline: pasted })),
    bareHtml: (report) => encode(renderers.renderHtml(report, form)),
    docx: (report) => renderers.renderDocx(report, form),
    xlsx: (report) => renderers.renderXlsx(report, form, { sheets: 'one' }),
    pdf: (report) => renderers.renderPdf(report, form),
  }
}

export const makeDocument = async (formats, format, index, pack) => ({
  name: `${index}.${format.replace('bareHtml', 'bare.html')}`,
  bytes: await formats[format](makeReport(index, pack)),
})
