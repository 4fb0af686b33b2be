import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseScenario, runScenario } from './scenario.js'

const folder = new URL('scenarios/', import.meta.url)
const names = readdirSync(folder).filter((name) => name.endsWith('.txt'))

// `UPDATE_SCENARIOS=1` writes down what happens; read it before believing it.
const update = process.env.UPDATE_SCENARIOS === '1'

describe('the built command line', () => {
  test.each(names)(
    '%s',
    (name) => {
      const file = new URL(name, folder)
      const text = readFileSync(file, 'utf8')
      const scenario = parseScenario(text)
      const outcome = runScenario(scenario)
      if (update) {
        const [inputs = ''] = text.split(/^====stdout====$/m)
        const parts = Object.entries(outcome).map(
          ([part, body]) => `====${part}====\n${body}${body === '' ? '' : '\n'}`,
        )
        writeFileSync(file, `${inputs.trimEnd()}\n${parts.join('')}`)
        return
      }
      expect(outcome).toEqual({
        stdout: scenario.get('stdout'),
        stderr: scenario.get('stderr'),
        status: scenario.get('status'),
      })
    },
    30_000,
  )
})
