import { templates } from '../generated/templates.js'
import { escapeView } from '../markdown/escape-markdown.js'
import { type Lang, say } from '../message/lang.js'
import { newestFirst, type RuleEdition } from './rule-editions.js'
import { pageLabels } from './rule-page-labels.js'
import { type RuleView, ruleView } from './rule-view.js'

/** A rule's page in Markdown: what is checked, why, on which basis, when it cannot be judged, its examples; then what older editions have otherwise. */
export const renderRulePage = (editions: readonly RuleEdition[], lang: Lang = 'zh'): string => {
  const view = ruleView(editions, lang)
  const { failWhen, appliesWhen, severityWhen } = newestFirst(editions)[0]!.rule
  return templates.rule({
    labels: pageLabels(lang),
    ...escapeView({ ...view, scope: scopeText(view, lang) }),
    // Stands in a block of code, where nothing is read as Markdown.
    condition: JSON.stringify({ appliesWhen, failWhen, severityWhen }, null, 2),
  })
}

/** Of which edition the page speaks. */
const scopeText = ({ editions: [newest, ...older] }: RuleView, lang: Lang): string =>
  older.length === 0
    ? say(lang, `只用于 ${newest!.edition}。`, `Only in ${newest!.edition}.`)
    : say(
        lang,
        `以下是 ${newest!.edition}的规则，其他格式的不同之处列在最后。`,
        `What follows is the rule of ${newest!.edition}; what differs elsewhere stands at the end.`,
      )
