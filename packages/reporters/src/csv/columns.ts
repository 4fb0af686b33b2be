import type { CsvValue } from './csv-row.js'

/** The columns in their order, each with its name in Chinese and in English. */
export const COLUMNS = {
  path: ['文件', 'File'],
  body: ['机关', 'Body'],
  year: ['报告年度', 'Report year'],
  pack: ['规则包', 'Pack'],
  verdict: ['结论', 'Verdict'],
  level: ['级别', 'Level'],
  message: ['内容', 'Message'],
  place: ['位置', 'Place'],
  line: ['行号', 'Line'],
  delta: ['相差', 'Difference'],
  evidence: ['所据', 'Evidence'],
  basis: ['依据', 'Basis'],
  rule: ['规则', 'Rule'],
  title: ['规则名称', 'Rule title'],
  waived: ['豁免理由', 'Waived because'],
  approver: ['批准人', 'Waived by'],
  expires: ['豁免至', 'Waived until'],
  baseline: ['与基线相比', 'Against the baseline'],
  fingerprint: ['指纹', 'Fingerprint'],
} as const

/** What a row says, by column; what is left out is blank. */
export type CsvRow = { readonly [column in keyof typeof COLUMNS]?: CsvValue }

export const valuesOf = (row: CsvRow): CsvValue[] =>
  (Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).map((column) => row[column])
