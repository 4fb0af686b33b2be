// `npm run bench [-- --json]`: the numbers that the design holds, each a ratio of two things measured in one run.
import * as rules2020 from '@gouji/rules-2020'
import * as rules2021 from '@gouji/rules-2021'
import { measureColdStarts } from './cold-start.js'
import { loadFormats } from './documents.js'
import { measureEdition } from './measure-edition.js'
import { measureFolderMemory, measureFolders } from './measure-folder.js'
import { measureMemory } from './measure-memory.js'
import { measureMixed } from './measure-mixed.js'
import { measureNdjson, measureNdjsonMemory } from './measure-ndjson.js'

const REPORTS = 1000

/** What each ratio may be at most; the library must be slower, so there it is at least. */
const LIMITS = {
  'judge/parse': { atMost: 1.35, goal: 1.0 },
  'prose/parse': { atMost: 1.0, goal: 0.5 },
  'bytes-to-findings/parse': { atMost: 1.8, goal: 1.3 },
  'bytes-to-ndjson/parse': { atMost: 3.2 },
  'library/judge': { atLeast: 20 },
  'per-rule-1000/100': { atMost: 1.2 },
  'mixed/plain': { atMost: 2 },
  'cold-start/node': { atMost: 2.5, goal: 1.6 },
  'heap-2000/200': { atMost: 1.2 },
  'html/parse5': { atMost: 3 },
  // A page without a style or a span is next to nothing to parse, and has as much to read.
  'bare-html/parse5': { atMost: 5 },
  'docx/unzip+saxes': { atMost: 3 },
  'pdf/pdfjs-text': { atMost: 2 },
  'memory-1000/200-documents': { atMost: 1.3 },
  'ndjson-memory-10000/1000': { atMost: 1.3 },
}

/** A busy machine moves these ratios by a tenth. What misses its limit is always said; only what misses it by more than noise can explain fails the run. */
const NOISE = 1.25

const judged = (measure, ratio, edition) => {
  const { atMost, atLeast } = LIMITS[measure]
  return {
    name: edition === undefined ? measure : `${measure} ${edition}`,
    measure,
    ...(edition === undefined ? {} : { edition }),
    ratio: Math.round(ratio * 100) / 100,
    ...LIMITS[measure],
    holds: atMost === undefined ? ratio >= atLeast : ratio <= atMost,
    broken: atMost === undefined ? ratio * NOISE < atLeast : ratio > atMost * NOISE,
  }
}

const bundles = [rules2020, rules2021]
const memory = measureMemory(bundles)
const editions = new Map()
for (const bundle of bundles) editions.set(bundle.pack.edition, await measureEdition(bundle, REPORTS))
const mixed = await measureMixed(rules2021, rules2020, REPORTS)
const ndjson = await measureNdjson(rules2021, REPORTS)
const ndjsonMemory = measureNdjsonMemory(rules2021.pack)
const coldStarts = measureColdStarts(bundles.map(({ pack }) => pack))

const formats = await loadFormats(rules2021.pack)
const forms = bundles.map(({ pack }) => pack.form)
// Not before judging is measured: pdfjs brings substitutes for what it takes old engines to lack, and with them the whole
// process runs slower. The command line reads in threads of their own.
const { measureReaders } = await import('./measure-readers.js')
const { ratios: readers, perSecond: inOneThread } = await measureReaders(rules2021.pack, formats, forms)
const onAllCores = await measureFolders(rules2021.pack, formats)
const folderMemory = await measureFolderMemory(rules2021.pack, formats)

const result = [
  ...[...editions].flatMap(([edition, { ratios }]) =>
    Object.entries(ratios).map(([measure, ratio]) => judged(measure, ratio, edition)),
  ),
  judged('mixed/plain', mixed, rules2021.pack.edition),
  judged('bytes-to-ndjson/parse', ndjson, rules2021.pack.edition),
  ...coldStarts.map((ratio, index) => judged('cold-start/node', ratio, bundles[index].pack.edition)),
  judged('heap-2000/200', memory),
  judged('html/parse5', readers.html),
  judged('bare-html/parse5', readers.bareHtml),
  judged('docx/unzip+saxes', readers.docx),
  judged('pdf/pdfjs-text', readers.pdf),
  judged('memory-1000/200-documents', folderMemory),
  judged('ndjson-memory-10000/1000', ndjsonMemory),
]

if (process.argv.includes('--json')) {
  console.log(
    JSON.stringify(
      {
        node: process.version,
        reports: REPORTS,
        ratios: Object.fromEntries(result.map(({ name, ratio }) => [name, ratio])),
        result,
        documentsPerSecond: { inOneThread, onAllCores },
        editions: Object.fromEntries(
          [...editions].map(([edition, { rules, checks, microseconds }]) => [edition, { rules, checks, microseconds }]),
        ),
      },
      null,
      2,
    ),
  )
} else {
  const rules = [...editions].map(([edition, { rules: count }]) => `${count} rules of ${edition}`).join(', ')
  console.log(`${REPORTS} reports of each edition, ${rules}, node ${process.version}\n`)
  for (const { name, ratio, atMost, atLeast, goal, holds } of result) {
    const limit =
      atMost === undefined ? `at least ${atLeast}` : `at most ${atMost}${goal === undefined ? '' : `, goal ${goal}`}`
    console.log(`${name.padEnd(28)} ${ratio.toFixed(2).padStart(7)}  ${holds ? 'holds' : 'MISSED'}  (${limit})`)
  }
  console.log('\ndocuments a second: read in one thread; audited by the command line on all cores')
  for (const [format, count] of Object.entries(onAllCores))
    console.log(`${format.padEnd(28)} ${String(inOneThread[format]).padStart(7)}  ${String(count).padStart(6)}`)
}
if (result.some(({ broken }) => broken)) process.exitCode = 1
