// `npm run bench [-- --json]`: the numbers that the design holds, each a ratio of two things measured in one run.
import { auditReport, compilePack } from '@gouji/core'
import { code, pack } from '@gouji/rules-2020'
import { readReport } from '../../packages/core/dist/reading/read-report.js'
import { prepareBytesToFindings } from './bytes-to-findings.js'
import { measureColdStart } from './cold-start.js'
import { prepareLibrary } from './library.js'
import { makeReport } from './make-reports.js'
import { measureInTurns } from './measure.js'

const REPORTS = 1000

/** What each ratio may be at most; the library must be slower, so there it is at least. */
const LIMITS = {
  'judge/parse': { atMost: 1.35, goal: 1.0 },
  'prose/parse': { atMost: 1.0, goal: 0.5 },
  'bytes-to-findings/parse': { atMost: 1.8, goal: 1.3 },
  'library/judge': { atLeast: 20 },
  'per-rule-1000/100': { atMost: 1.2 },
  'cold-start/node': { atMost: 2.5, goal: 1.6 },
}

const texts = Array.from({ length: REPORTS }, (_, index) => JSON.stringify(makeReport(index)))
const reports = texts.map((text) => JSON.parse(text))
const bytes = texts.map((text) => Buffer.from(text))

const whole = compilePack(pack, code)
const withRules = (rules) => compilePack({ ...pack, rules }, code)
const ofKind = (prose) => withRules(pack.rules.filter((_, index) => whole.rules[index].readsProse === prose))
const numeric = ofKind(false)

/** A pack of so many rules: the numeric and structural ones over and over, under other names. */
const repeated = (count) =>
  withRules(
    Array.from({ length: count }, (_, index) => {
      const rule = numeric.pack.rules[index % numeric.pack.rules.length]
      return { ...rule, id: `${rule.id}-${index}` }
    }),
  )

const judgeAll =
  (compiled, some = reports) =>
  () => {
    for (const report of some) auditReport(report, [compiled])
  }

const toFindings = await prepareBytesToFindings(whole)
const judging = await measureInTurns(
  {
    parse: () => {
      for (const text of texts) JSON.parse(text)
    },
    judge: judgeAll(numeric),
    whole: judgeAll(whole),
    bytesParse: () => {
      for (const each of bytes) JSON.parse(each.toString())
    },
    bytesToFindings: async () => {
      for (const each of bytes) await toFindings(each)
    },
  },
  { seconds: 14 },
)

const some = reports.slice(0, 60)
const perRule = await measureInTurns(
  { hundred: judgeAll(repeated(100), some), thousand: judgeAll(repeated(1000), some) },
  { seconds: 6 },
)

// Cell rules apart: their 600 checks, judged here by how a cell is written, would only add to the library's burden.
const compared = withRules(numeric.rules.filter(({ each }) => each !== 'cell').map(({ rule }) => rule))
const library = prepareLibrary(compared, (report) => readReport(report, compared.form))
let libraryTime = 0
for (const report of some) {
  library.makeReady(report)
  const start = process.hrtime.bigint()
  await library.run()
  libraryTime += Number(process.hrtime.bigint() - start)
}
const ownTime = (await measureInTurns({ own: judgeAll(compared, some) }, { seconds: 1 })).own

const cold = measureColdStart()

const ratios = {
  'judge/parse': judging.judge / judging.parse,
  'prose/parse': (judging.whole - judging.judge) / judging.parse,
  'bytes-to-findings/parse': judging.bytesToFindings / judging.bytesParse,
  'library/judge': libraryTime / ownTime,
  'per-rule-1000/100': perRule.thousand / 10 / perRule.hundred,
  'cold-start/node': cold.gouji / cold.node,
}

const result = Object.entries(ratios).map(([name, ratio]) => {
  const { atMost, atLeast } = LIMITS[name]
  const holds = atMost === undefined ? ratio >= atLeast : ratio <= atMost
  return { name, ratio: Math.round(ratio * 100) / 100, ...LIMITS[name], holds }
})

if (process.argv.includes('--json')) {
  const microseconds = Object.fromEntries(
    Object.entries(judging).map(([name, time]) => [name, Math.round(time / REPORTS / 10) / 100]),
  )
  console.log(
    JSON.stringify(
      {
        node: process.version,
        reports: REPORTS,
        checks: library.checks,
        ratios: Object.fromEntries(result.map(({ name, ratio }) => [name, ratio])),
        result,
        microseconds,
      },
      null,
      2,
    ),
  )
} else {
  console.log(`${REPORTS} reports, ${pack.rules.length} rules, node ${process.version}\n`)
  for (const { name, ratio, atMost, atLeast, goal, holds } of result) {
    const limit =
      atMost === undefined ? `at least ${atLeast}` : `at most ${atMost}${goal === undefined ? '' : `, goal ${goal}`}`
    console.log(`${name.padEnd(26)} ${ratio.toFixed(2).padStart(7)}  ${holds ? 'holds' : 'MISSED'}  (${limit})`)
  }
}
// A busy machine moves these ratios by a tenth. What misses its limit is always said; only what misses it by more than
// noise can explain fails the run.
const NOISE = 1.25
const isBroken = ({ ratio, atMost, atLeast }) =>
  atMost === undefined ? ratio * NOISE < atLeast : ratio > atMost * NOISE
if (result.some(isBroken)) process.exitCode = 1
