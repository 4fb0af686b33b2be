import { expect, test } from 'vitest'
import { layouts, renderReport } from './support/render-report.js'
import { form, numbered, readText, rowsOf } from './support/sample-report.js'
let seed = 12345
const rnd = (n: number) => { seed = (seed * 1103515245 + 12345) % 2147483648; return Math.floor((seed / 2147483648) * n) }
test('fuzz', { timeout: 300000 }, () => {
  const full = numbered(); const exp = rowsOf(full)
  const seen: Record<string, number> = {}
  let bad = 0, lost = 0, n = 0, lostRows: Record<string, number> = {}
  for (let i = 0; i < 6000; i++) {
    const layout = layouts[i % 5]!
    const lines = renderReport(full, form, layout).split('\n')
    const ops = 1 + rnd(2); const log: string[] = []
    for (let k = 0; k < ops; k++) {
      const at = rnd(lines.length); const op = rnd(8); const line = lines[at]!
      log.push(`${op}@${at}:${line}`)
      if (op === 0) lines.splice(at, 1)
      else if (op === 1) lines.splice(at, 0, line)
      else if (op === 2) lines.splice(at, 0, String(rnd(50)))
      else if (op === 3 && lines[at + 1] !== undefined) lines.splice(at, 2, line + lines[at + 1])
      else if (op === 4) { const c = rnd(line.length); lines[at] = line.slice(0, c) + line.slice(c + 1) }
      else if (op === 5) lines.splice(at, 0, '', '')
      else if (op === 6) lines[at] = `\f${line}`
      else if (op === 7) { const c = rnd(line.length); lines.splice(at, 1, line.slice(0, c), line.slice(c)) }
    }
    let rep
    try { rep = readText(lines.join('\n')) } catch (e) { console.log('THROW', layout, log, e); continue }
    n++
    for (const [t, rows] of Object.entries(rowsOf(rep))) for (const [r, cells] of Object.entries(rows)) for (const [c, v] of Object.entries(cells)) {
      const e = exp[t]?.[r]?.[c]
      const all = Object.values(exp).flatMap((x) => Object.values(x).flatMap((y) => Object.values(y)))
 const ins = log.some((x) => x[0] === '2') && typeof v === 'number' && v < 50
 if (v !== e && (all.includes(v) || ins)) { const key = `${layout} ${log.map((x) => x[0]).join('')}`; seen[key] = (seen[key] ?? 0) + 1; if (bad++ < 60) console.log('WRONG', layout, t, r, c, v, e, log) }
    }
    const lostCount = rep.document!.unplaced.length + rep.document!.oddRows.length
    if (lostCount) lost++
 if (lostCount && log.every((x) => /^[56]/.test(x))) console.log('BENIGN', layout, log, JSON.stringify(rep.document!.unplaced).slice(0,200))
    for (const [t, rows] of Object.entries(exp)) for (const [r] of Object.entries(rows)) if (!rowsOf(rep)[t]?.[r]) { const k = `${layout} ${log.join(' ')} ${r}`; lostRows[k] = 1 }
  }
  console.log({ n, bad, lost }, seen)
  if (0) console.log(Object.keys(lostRows).slice(0, 40))
  expect(1).toBe(1)
})
