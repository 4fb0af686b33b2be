// `npm run bench [-- --json]`: the numbers of the design, each a ratio of two things measured in one run.
import { auditReport, compilePack } from '@gouji/core'
import { code, pack } from '@gouji/rules-2020'
import { makeReport } from './make-reports.js'

const texts = Array.from({ length: 1000 }, (_, index) => JSON.stringify(makeReport(index)))
const reports = texts.map((text) => JSON.parse(text))
const time = (run, rounds = 15) => {
  let best = Infinity
  for (let r = 0; r < rounds; r++) {
    const t = process.hrtime.bigint()
    run()
    const d = Number(process.hrtime.bigint() - t)
    if (d < best) best = d
  }
  return best / texts.length / 1000
}
const whole = compilePack(pack, code)
const isProse = whole.rules.map((r) => r.readsProse)
const prosePack = compilePack({ ...pack, rules: pack.rules.filter((_, i) => isProse[i]) }, code)
const numPack = compilePack({ ...pack, rules: pack.rules.filter((_, i) => !isProse[i]) }, code)
const parse = time(() => {
  for (const t of texts) JSON.parse(t)
})
const judge = time(() => {
  for (const r of reports) auditReport(r, [numPack])
})
const prose = time(() => {
  for (const r of reports) auditReport(r, [prosePack])
})
console.log({
  bytes: Buffer.byteLength(texts[0]),
  chars: texts[0].length,
  parse,
  judge,
  prose,
  jp: judge / parse,
  pp: prose / parse,
  nrules: numPack.rules.length,
  prules: prosePack.rules.length,
})
