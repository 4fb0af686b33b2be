import { auditReport, compilePack } from '@gouji/core'
import { makeReport } from './make-reports.js'

const heapAfter = () => {
  globalThis.gc()
  return process.memoryUsage().heapUsed
}

/**
 * The heap after many reports against that after few, each made, written, parsed and audited and then let go: of one
 * edition, of another, and of two. To be asked before anything else, in a process that has made nothing yet.
 */
export const measureMemory = (bundles, { few = 200, many = 2000 } = {}) => {
  if (globalThis.gc === undefined) throw new Error('the bench needs node --expose-gc')
  const packs = bundles.map(({ pack, code }) => compilePack(pack, code))
  const [first, last] = [bundles[0].pack, bundles.at(-1).pack]
  const make = [(i) => makeReport(i, first), (i) => makeReport(i, last), (i) => makeReport(i, last, first)]
  let heapOfFew = 0
  for (let index = 0; index < many; index++) {
    auditReport(JSON.parse(JSON.stringify(make[index % make.length](index))), packs)
    if (index + 1 === few) heapOfFew = heapAfter()
  }
  return heapAfter() / heapOfFew
}
