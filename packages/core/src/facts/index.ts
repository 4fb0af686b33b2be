import { cellFacts } from './cell-facts.js'
import type { FactDefinition } from './fact.js'
import { headingFacts } from './heading-facts.js'
import { periodFacts } from './period-facts.js'
import { relationFacts } from './relation-facts.js'
import { reportFacts } from './report-facts.js'
import { sectionFacts } from './section-facts.js'
import { tableFacts } from './table-facts.js'
import { textFacts } from './text-facts.js'

/** Every general fact, by name. A pack may add its own under other names. */
export const coreFacts: ReadonlyMap<string, FactDefinition> = new Map(
  Object.entries({
    ...reportFacts,
    ...periodFacts,
    ...sectionFacts,
    ...headingFacts,
    ...tableFacts,
    ...cellFacts,
    ...relationFacts,
    ...textFacts,
  }),
)
