import { auditReport, compilePack } from '@gouji/core'
import { readReport } from '../../packages/core/dist/reading/read-report.js'
import { prepareBytesToFindings } from './bytes-to-findings.js'
import { prepareLibrary } from './library.js'
import { makeReport } from './make-reports.js'
import { measureInTurns } from './measure.js'

/** How many reports the comparisons take that need no more. */
const FEW = 30

/** What judging reports of one edition costs, by its pack: the ratios by their names, and the times that they rest on. */
export const measureEdition = async ({ pack, code }, count) => {
  const texts = Array.from({ length: count }, (_, index) => JSON.stringify(makeReport(index, pack)))
  const reports = texts.map((text) => JSON.parse(text))
  const bytes = texts.map((text) => Buffer.from(text))
  const whole = compilePack(pack, code)
  const withRules = (rules) => compilePack({ ...pack, rules }, code)
  const numeric = withRules(pack.rules.filter((_, index) => !whole.rules[index].readsProse))

  /** A pack of so many rules: the numeric and structural ones over and over, under other names. */
  const repeated = (times) =>
    withRules(
      Array.from({ length: times }, (_, index) => {
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
    { seconds: 12 },
  )

  const few = reports.slice(0, FEW)
  // As many rules judged in a round of either, so that a busy machine falls on both alike.
  const tenfold = Array.from({ length: 10 }, () => few).flat()
  const perRule = await measureInTurns(
    { hundred: judgeAll(repeated(100), tenfold), thousand: judgeAll(repeated(1000), few) },
    { seconds: 5 },
  )

  // Cell rules apart: their 600 checks, judged here by how a cell is written, would only add to the library's burden.
  const compared = withRules(numeric.rules.filter(({ each }) => each !== 'cell').map(({ rule }) => rule))
  const library = prepareLibrary(compared, (report) => readReport(report, compared.form))
  let libraryTime = 0
  for (const report of few) {
    library.makeReady(report)
    const start = process.hrtime.bigint()
    await library.run()
    libraryTime += Number(process.hrtime.bigint() - start)
  }
  const ownTime = (await measureInTurns({ own: judgeAll(compared, few) }, { seconds: 1 })).own

  return {
    ratios: {
      'judge/parse': judging.judge / judging.parse,
      'prose/parse': (judging.whole - judging.judge) / judging.parse,
      'bytes-to-findings/parse': judging.bytesToFindings / judging.bytesParse,
      'library/judge': libraryTime / ownTime,
      'per-rule-1000/100': perRule.thousand / perRule.hundred,
    },
    rules: pack.rules.length,
    checks: library.checks,
    microseconds: Object.fromEntries(
      Object.entries(judging).map(([name, time]) => [name, Math.round(time / count / 10) / 100]),
    ),
  }
}
