import type { BaselineState, Basis, Body, Pack, Severity, Verdict } from '@gouji/core'
import type { Lang } from './lang.js'

type Words<Key extends string> = Readonly<Record<Lang, Readonly<Record<Key, string>>>>

/** What a finding of each severity is called. */
export const SEVERITY: Words<Severity> = {
  zh: { error: '错误', warning: '疑点', note: '提示' },
  en: { error: 'error', warning: 'warning', note: 'note' },
}

/** What each verdict on a rule is called. */
export const RULE_VERDICT: Words<Verdict> = {
  zh: { pass: '通过', fail: '不通过', notAssessable: '无法判断', notApplicable: '不适用', broken: '规则出错' },
  en: {
    pass: 'passed',
    fail: 'failed',
    notAssessable: 'not assessable',
    notApplicable: 'not applicable',
    broken: 'broken',
  },
}

/** What each verdict on a report is called. */
export const REPORT_VERDICT: Words<'pass' | 'fail' | 'incomplete'> = {
  zh: { pass: '通过', fail: '不通过', incomplete: '未能完成' },
  en: { pass: 'pass', fail: 'fail', incomplete: 'incomplete' },
}

/** How firmly a requirement stands: read in the instrument, read off published reports, derived, custom, not verified. */
export const CERTAINTY: Words<Basis['certainty']> = {
  zh: { text: '条文', form: '格式', derived: '推算', practice: '实践', unverified: '未核' },
  en: { text: 'text', form: 'form', derived: 'derived', practice: 'practice', unverified: 'unverified' },
}

/** Whether a pack is in force. */
export const STATUS: Words<Pack['status']> = {
  zh: { active: '有效', notYetActive: '尚未生效', expired: '有效期已满', deprecated: '已弃用' },
  en: { active: 'active', notYetActive: 'not yet active', expired: 'expired', deprecated: 'deprecated' },
}

export const KIND: Words<NonNullable<Body['kind']>> = {
  zh: { government: '政府', department: '部门', unknown: '类别不明' },
  en: { government: 'government', department: 'department', unknown: 'kind unknown' },
}

export const RANK: Words<NonNullable<Body['rank']>> = {
  zh: { central: '中央', province: '省级', city: '市级', county: '县级', township: '乡级', unknown: '层级不明' },
  en: {
    central: 'central',
    province: 'province',
    city: 'city',
    county: 'county',
    township: 'township',
    unknown: 'rank unknown',
  },
}

/** How a finding stands to the baseline. */
export const BASELINE: Words<BaselineState | 'gone'> = {
  zh: { new: '新增', unchanged: '原有', changed: '数值有变', gone: '已消失' },
  en: { new: 'new', unchanged: 'unchanged', changed: 'changed', gone: 'gone' },
}

/** From the gravest to the lightest. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note']

/** In the order in which counts are told. */
export const RULE_VERDICTS: readonly Verdict[] = ['pass', 'fail', 'notAssessable', 'notApplicable', 'broken']
