import type { ShapeProblem } from '@gouji/core'
import { type Lang, say } from './lang.js'
import { shapeText } from './shape-text.js'

/** Why an input could not be read. */
export type FailureCode =
  | 'FILE_MISSING'
  | 'NOTHING_MATCHED'
  | 'FILE_UNREADABLE'
  | 'TOO_LARGE'
  | 'EMPTY'
  | 'BINARY'
  | 'ENCODING'
  | 'NOT_A_REPORT'
  | 'ENCRYPTED'
  | 'DAMAGED'
  | 'UNSUPPORTED'
  | 'NO_TEXT'
  | 'TOO_SLOW'
  | 'OUT_OF_MEMORY'
  | 'JSON_SYNTAX'
  | 'REPORT_SHAPE'
  | 'PACKS_UNRELATED'
  | 'READER_BROKE'

/** What would be right where a text stops being JSON. */
export type JsonExpected = 'value' | 'key' | 'colon' | 'commaOrEnd' | 'end' | 'string' | 'more'

/** What is known of a failure beside its code. */
export interface FailureDetails {
  readonly line?: number
  readonly column?: number
  /** Of JSON_SYNTAX. */
  readonly expected?: JsonExpected
  /** Of REPORT_SHAPE. */
  readonly problems?: readonly ShapeProblem[]
  /** Of TOO_LARGE, the limit by the name of its flag; without it, what is too many are a text's lines. */
  readonly limit?: LimitName
  /** The system's or the program's own word for it. */
  readonly detail?: string
}

/** What of a document is limited. */
export type LimitName = 'size' | 'unpacked' | 'elements' | 'depth' | 'pages'

const LIMITED: Readonly<Record<Lang, Readonly<Record<LimitName, string>>>> = {
  zh: {
    size: '文件太大',
    unpacked: '文件解压后太大',
    elements: '文件里的段落、格子太多',
    depth: '文件的层次太深',
    pages: '文件页数太多',
  },
  en: {
    size: 'is too large',
    unpacked: 'is too large once unpacked',
    elements: 'has too many paragraphs and cells',
    depth: 'is nested too deep',
    pages: 'has too many pages',
  },
}

const EXPECTED: Readonly<Record<Lang, Readonly<Record<JsonExpected, string>>>> = {
  zh: {
    value: '应为一个值',
    key: '应为双引号里的键名',
    colon: '应为冒号',
    commaOrEnd: '应为逗号或右括号',
    end: '内容到此应已结束',
    string: '的字符串写法不对',
    more: '内容中断，后面不完整',
  },
  en: {
    value: 'a value is expected',
    key: 'a key in double quotes is expected',
    colon: 'a colon is expected',
    commaOrEnd: 'a comma or a closing bracket is expected',
    end: 'the document should end here',
    string: 'the string is not well formed',
    more: 'the text breaks off',
  },
}

/** What is wrong with an input and what to do about it, in one sentence. */
export const failureText = (code: FailureCode, lang: Lang, details: FailureDetails = {}): string => {
  const { line = 1, column = 1, expected = 'value', problems = [], detail = '', limit } = details
  switch (code) {
    case 'FILE_MISSING':
      return say(lang, '没有这个文件，请检查路径', 'there is no such file; check the path')
    case 'NOTHING_MATCHED':
      return say(
        lang,
        '没有匹配到任何报告，请检查路径；文件夹里只读 .docx、.doc、.pdf、.html、.xlsx、.txt 和 .json 文件',
        'no report matches; check the path (of a folder only .docx, .doc, .pdf, .html, .xlsx, .txt and .json files are read)',
      )
    case 'FILE_UNREADABLE':
      return say(lang, `打不开文件（${detail}），请检查权限`, `cannot be opened (${detail}); check its permissions`)
    case 'TOO_LARGE':
      if (limit === undefined)
        return say(lang, '文件的行数太多，请确认它是一份报告', 'has too many lines; make sure that it is one report')
      return say(
        lang,
        `${LIMITED.zh[limit]}，超过了限度，请确认它是一份报告；确实要读，用 --limit ${limit}=… 放宽`,
        `${LIMITED.en[limit]}; make sure that it is one report; to read it all the same, raise --limit ${limit}=…`,
      )
    case 'TOO_SLOW':
      return say(
        lang,
        '读了很久还没有读完，已放弃；请另存一份再试，或用 --limit seconds=… 放宽',
        'took too long to read and was given up; save it anew, or raise --limit seconds=…',
      )
    case 'OUT_OF_MEMORY':
      return say(
        lang,
        '读取时内存不够，已放弃；请另存一份再试，或用 --limit memory=… 放宽',
        'took too much memory to read and was given up; save it anew, or raise --limit memory=…',
      )
    case 'EMPTY':
      return say(lang, '文件没有内容，请重新导出报告', 'is empty; export the report anew')
    case 'BINARY':
      return say(
        lang,
        '不是文本文件，请先把报告另存为 .txt 或报告 JSON',
        'is no text; save the report as .txt or as report JSON first',
      )
    case 'ENCODING':
      return say(lang, '文字编码无法识别，请另存为 UTF-8', 'is in an unknown encoding; save it as UTF-8')
    case 'NOT_A_REPORT':
      return say(
        lang,
        '读不出年度报告的标题或表格，请确认它是政府信息公开工作年度报告',
        'has neither the title nor the tables of such a report; make sure that it is one',
      )
    case 'ENCRYPTED':
      return say(lang, '文件有密码，请先另存为没有密码的文件', 'asks for a password; save it without one first')
    case 'DAMAGED':
      return say(
        lang,
        '文件不完整或已损坏，请重新下载或另存一份',
        'is cut off or damaged; download it again, or save it anew',
      )
    case 'UNSUPPORTED':
      return say(
        lang,
        `不能读取 ${detail} 文件，请另存为 .docx、.pdf、.html 或 .txt`,
        `is a ${detail} file, which is not read; save it as .docx, .pdf, .html or .txt`,
      )
    case 'NO_TEXT':
      return say(
        lang,
        '全是扫描的图片，没有文字可读，请提供有文字的版本',
        'holds scanned pictures and no text; give a version with text',
      )
    case 'JSON_SYNTAX':
      return say(
        lang,
        `JSON 语法错误：第 ${line} 行第 ${column} 列${EXPECTED.zh[expected]}，请改正`,
        `JSON syntax error: at line ${line}, column ${column} ${EXPECTED.en[expected]}; correct it`,
      )
    case 'REPORT_SHAPE':
      return say(
        lang,
        `不是报告 JSON：${shapeText(problems, lang)}；请对照 report.schema.json 改正`,
        `is no report JSON: ${shapeText(problems, lang)}; compare report.schema.json`,
      )
    case 'PACKS_UNRELATED':
      return say(
        lang,
        `几个规则包都适用于它的年度，谁也不扩展谁（${detail}），没有审核；请只加载其中一个，或用 --no-bundled 不用自带的`,
        `several packs cover its year and none extends the others (${detail}); it was not audited; load one of them, or leave the bundled ones out with --no-bundled`,
      )
    case 'READER_BROKE':
      return say(
        lang,
        `处理时程序出错（${detail}），这份报告没有审完；设 GOUJI_DEBUG=1 可看详情`,
        `the program broke on it (${detail}); it was not audited; GOUJI_DEBUG=1 shows more`,
      )
    default:
      return code satisfies never
  }
}
