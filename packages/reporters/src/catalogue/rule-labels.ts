import type { Lang } from '../message/lang.js'

type Told = 'title' | 'severity' | 'editions' | 'subject' | 'why' | 'basis' | 'message' | 'parameters' | 'deprecated'

/** What is told of a rule, by name. */
export const RULE_LABELS: Readonly<Record<Lang, Readonly<Record<Told, string>>>> = {
  zh: {
    title: '要求',
    severity: '级别',
    editions: '版本',
    subject: '对象',
    why: '说明',
    basis: '依据',
    message: '结果',
    parameters: '参数',
    deprecated: '弃用',
  },
  en: {
    title: 'title',
    severity: 'severity',
    editions: 'editions',
    subject: 'each',
    why: 'why',
    basis: 'basis',
    message: 'message',
    parameters: 'params',
    deprecated: 'retired',
  },
}
