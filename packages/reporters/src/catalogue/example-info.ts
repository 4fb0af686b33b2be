import { datedExample, type Example, type Pack } from '@gouji/core'
import { type Lang, say } from '../message/lang.js'
import { shortened } from '../message/shortened.js'
import { RULE_VERDICT, SEVERITY } from '../message/words.js'

/** An example of a rule, in words. */
export interface ExampleInfo {
  readonly name: string
  readonly changes: readonly { readonly pointer: string; readonly what: string }[]
  readonly verdict: string
}

const LONGEST_VALUE = 80

/** Tells an example of a pack's rule, with the years of the pack's clean report. */
export const exampleInfo = (example: Example, { clean }: Pack, lang: Lang): ExampleInfo => {
  const { name, change = {}, remove = [], verdict, severity } = datedExample(example, clean)
  return {
    name,
    changes: [
      ...remove.map((pointer) => ({ pointer, what: say(lang, '去掉', 'taken away') })),
      ...Object.entries(change).map(([pointer, value]) => ({
        pointer,
        what: `→ ${shortened(JSON.stringify(value), LONGEST_VALUE)}`,
      })),
    ],
    verdict:
      RULE_VERDICT[lang][verdict] +
      (severity === undefined ? '' : say(lang, `（${SEVERITY.zh[severity]}）`, ` (${severity})`)),
  }
}
