import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const source = fileURLToPath(new URL('../../rules-2020/', import.meta.url))

export const BRITTLE_RULE = `id: sum/brittle
version: 1
severity: error
title: 一条会出错的规则
basis: [{ instrument: format, clause: 表三, certainty: form }]
each: report
needs: [brittle]
failWhen: { all: [{ fact: brittle, operator: equal, value: 1 }] }
message: 不会出现
examples:
  - { name: 出错, change: { /title: 甲 }, verdict: fail }
`

/** Writes the source of the 60号 pack with one more rule, sum/brittle, which throws. It is not built yet. */
export const writeBrittlePack = (folder: string): void => {
  for (const name of ['pack.yaml', 'form.yaml', 'clean.json', 'rules'])
    cpSync(join(source, name), join(folder, name), { recursive: true })
  const code = readFileSync(join(source, 'dist/facts.js'), 'utf8')
  writeFileSync(join(folder, 'facts.js'), `${code}\nfacts.brittle = () => { throw new Error('broken on purpose') }\n`)
  writeFileSync(join(folder, 'rules/sum/brittle.yaml'), BRITTLE_RULE)
}
