// Precompiles the Markdown templates: compiling one at run time needs eval, which a browser under a strict content
// policy forbids. Their views are escaped for Markdown before, so the templates' own escaping, for HTML, is off.
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import Handlebars from 'handlebars'

const folder = new URL('../packages/reporters/', import.meta.url)

export const buildTemplates = async () => {
  const names = (await readdir(new URL('templates/', folder)))
    .filter((name) => name.endsWith('.hbs'))
    .map((name) => name.slice(0, -'.hbs'.length))
    .sort()
  const entries = await Promise.all(
    names.map(async (name) => {
      const source = await readFile(new URL(`templates/${name}.hbs`, folder), 'utf8')
      const code = Handlebars.precompile(source, { noEscape: true, strict: true, knownHelpersOnly: true })
      return `  ${name}: Handlebars.template(${code}),\n`
    }),
  )
  const generated = new URL('src/generated/', folder)
  await mkdir(generated, { recursive: true })
  await writeFile(
    new URL('templates.js', generated),
    `import Handlebars from 'handlebars/dist/cjs/handlebars.runtime.js'\n\nexport const templates = {\n${entries.join('')}}\n`,
  )
  await writeFile(
    new URL('templates.d.ts', generated),
    `export declare const templates: Readonly<Record<${names.map((name) => `'${name}'`).join(' | ')}, (view: object) => string>>\n`,
  )
  await mkdir(new URL('dist/', folder), { recursive: true })
  await cp(generated, new URL('dist/generated/', folder), { recursive: true })
}
