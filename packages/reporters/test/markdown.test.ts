import fc from 'fast-check'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { expect, test } from 'vitest'
import { cleanText } from '../src/message/clean-text.js'
import { failing, rendered } from './rendered.js'

/** What Markdown makes something of, and what a place that shows it makes links and calls of. */
const PIECES = [
  '云岭市',
  ' ',
  'x',
  '*',
  '**',
  '_',
  '~~',
  '`',
  '|',
  '\\',
  '\\@',
  '&amp;',
  '&#64;',
  '<!--',
  '-->',
  '<b>',
  '</td>',
  '<img src=x>',
  '[x](http://x.invalid)',
  '![x](x)',
  '[^1]',
  '[ ]',
  '@all',
  '@a-b',
  '@a-b/c.d',
  '@a/b@c/d',
  '@_x',
  '@',
  'a@x.invalid',
  'mailto:a@x.invalid',
  'xmpp:a@x.invalid',
  'http://x.invalid',
  'HTTPS://x.invalid/?a=1',
  'ftp://x.invalid',
  'www.x.invalid',
  'WWW.x.invalid',
  '#12',
  '!34',
  'GH-12',
  '&12',
  '~12',
  '~"x y"',
  '%12',
  '*iteration:12',
  '[epic:12]',
  '{+',
  '[-',
  '-}',
  ':smile:',
  '$x$',
  '$',
  '1. ',
  '12) ',
  '- ',
  '+ ',
  '# ',
  '> ',
  '***',
  '===',
  '    ',
  '\n\n',
]
const hostile = fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((parts) => parts.join(''))

const ELEMENTS = [
  'h1',
  'h2',
  'h3',
  'h4',
  'p',
  'ul',
  'ol',
  'li',
  'strong',
  'br',
  'code',
  'span',
  'table',
  'thead',
  'tbody',
]
const CELLS = ['tr', 'th', 'td']

const shown = (markdown: string): string =>
  micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  })

const decoded = (html: string): string =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

/** What GitHub or GitLab would make a link, a call, a picture or a formula of, where it finds it in one text. */
const TAKEN = /@[\p{L}\p{N}_.-]|[#!&~%*][\w"]|\[\w+:|[[{][+-]|:\/\/|:[\w+-]+:|www\.|GH-\d|\$.|.\$/iu

/** What a reader sees of HTML, each text by itself. */
const textsOf = (html: string): string[] => html.split(/<!-- -->|<\/?[a-z][^>]*>/).map(decoded)

const asRead = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim()

test('a report’s words are shown as they are: they are no markup, link to nothing and call nobody', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, async (text) => {
      const record = failing(`a${text}b`)
      const findings = record.findings.map((finding) => ({ ...finding, message: `c${text}d` }))
      const failures = [{ path: text, code: 'FILE_MISSING', message: 'e' }]
      const records = [{ ...record, body: { ...record.body, name: text }, findings }]
      const html = shown(await rendered('markdown', records, { failures }))
      for (const [, element] of html.matchAll(/<\/?([a-z0-9]+)/g)) expect([...ELEMENTS, ...CELLS]).toContain(element)
      for (const each of textsOf(html.replace(/<code>.*?<\/code>/g, '<br>'))) expect(each).not.toMatch(TAKEN)
      const all = asRead(textsOf(html).join(''))
      expect(all).toContain(asRead(`a${text}b`))
      expect(all).toContain(asRead(`c${text}d`))
      expect(all).toContain(`${asRead(text)}：e`)
    }),
    { seed: 20214, numRuns: 500 },
  )
})
