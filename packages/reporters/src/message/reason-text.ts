import type { CheckReason, Reason } from '@gouji/core'
import { type Lang, say } from './lang.js'

/** What a report may leave unsaid, by the pointer under which it would stand. */
const UNSAID: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  '/title': ['报告名称', 'its title'],
  '/year': ['报告年度', 'its year'],
  '/preface': ['统计期限', 'the period of its figures'],
  '/publishedOn': ['公布日期', 'the day of its publication'],
  '/document/outline': ['标题的编号', 'the numbers of its headings'],
}

/** Why something cannot be judged, does not apply or broke, as half a sentence. */
export const reasonText = (
  { code, label, pointer = '', thrown }: Reason & Partial<Pick<CheckReason, 'thrown'>>,
  lang: Lang,
): string => {
  const zh = label === undefined ? '' : `“${label}”`
  const en = label === undefined ? '' : ` “${label}”`
  switch (code) {
    case 'missing-table':
      return label === undefined
        ? say(
            lang,
            '报告里一张表格也没有（可能是图片、附件，或没有转换出来），无法审核',
            'the report has no table at all (they may be pictures, attachments, or lost in conversion)',
          )
        : say(lang, `缺少${label}`, `the table${en} is missing`)
    case 'missing-row':
      return say(lang, `缺少${zh}一行`, `the row${en} is missing`)
    case 'missing-cell':
      return say(lang, `缺少单元格${zh}`, `the cell${en} is missing`)
    case 'unreadable-cell':
      return say(lang, `${zh || '单元格'}读不出数字`, `the cell${en} is no readable number`)
    case 'unplaced-text':
      return say(lang, `${zh || '表格'}附近有文字放不进表格`, `text near${en || ' a table'} could not be placed in it`)
    case 'unread-page':
      return label === undefined
        ? say(lang, '有的页是图片，没有读到文字', 'a page is a picture without a text to read')
        : say(
            lang,
            `${zh}可能有一部分在没有读到文字的页上`,
            `a part of${en} may stand on a page without a text to read`,
          )
    case 'no-pack':
      return say(lang, '没有适用于该报告年度的规则包', 'no loaded pack covers the report year')
    case 'not-stated':
      return say(
        lang,
        `报告没有写明${UNSAID[pointer]?.[0] ?? zh}`,
        `the report does not state ${UNSAID[pointer]?.[1] ?? `it${en}`}`,
      )
    case 'unreadable-date':
      return say(lang, '写明的日期读不出来', 'the date that is stated cannot be read')
    case 'unknown-body':
      return say(lang, '不知道是政府还是部门、属哪一级', 'what kind and rank of body it is, is not known')
    case 'blank-total':
      return say(lang, `${zh || '合计'}空白，另有规则指出`, `the total${en} is blank; another rule says so`)
    case 'cannot-know':
      return say(lang, `所需的数据无从得知${zh && `：${zh}`}`, `what it needs cannot be known${en}`)
    case 'no-document':
      return say(lang, '报告 JSON 不带原文信息', 'the report JSON does not come from a document')
    case 'other-edition':
      return say(lang, `${label ?? '表格'}不是本年度格式的表格`, `the table${en} is of another edition`)
    case 'local-row-absent':
      return say(lang, `没有地方自加的${zh || '行'}`, `the local row${en} is not there`)
    case 'condition':
      return say(lang, '不具备适用条件', 'its condition does not hold')
    case 'nothing-to-check':
      return say(lang, '报告里没有要查的内容', 'the report has nothing of the kind')
    case 'threw':
      return say(lang, `规则运行出错：${thrown ?? '原因不明'}`, `the rule broke: ${thrown ?? 'unknown'}`)
    default:
      return code satisfies never
  }
}

/** Codes that say why a check could not be judged, and not why it does not apply. */
export const hindersJudgement = (code: string): boolean =>
  !['no-document', 'local-row-absent', 'condition', 'nothing-to-check'].includes(code)
