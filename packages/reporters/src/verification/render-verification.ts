import { cleanText } from '../message/clean-text.js'
import { type Lang, say } from '../message/lang.js'
import { shortened } from '../message/shortened.js'
import { hang, hangPlain, makePaint } from '../terminal/paint.js'
import { padded, textWidth } from '../terminal/text-width.js'
import type { Difference, Verification } from './verification.js'

export interface VerificationOptions {
  readonly lang: Lang
  readonly color?: boolean
  readonly width?: number
}

const KIND: Readonly<Record<Lang, Readonly<Record<Difference['kind'], string>>>> = {
  zh: {
    tool: '工具',
    pack: '规则包',
    input: '报告',
    config: '配置',
    lock: '锁定文件',
    waivers: '豁免文件',
    baseline: '基线',
    result: '结果',
    judge: '判断方式',
  },
  en: {
    tool: 'tool',
    pack: 'pack',
    input: 'input',
    config: 'config',
    lock: 'lock',
    waivers: 'waivers',
    baseline: 'baseline',
    result: 'result',
    judge: 'judge',
  },
}

/** What a verification came to, for a terminal: whether it holds, else what differs. */
export const renderVerification = (
  { result, verified, inputs, differences }: Verification,
  { lang, color = false, width = 100 }: VerificationOptions,
): string => {
  const paint = makePaint(color, width)
  const column = Math.max(0, ...differences.map(({ kind }) => textWidth(KIND[lang][kind])))
  const verdict = verified
    ? paint.verdict.pass(say(lang, '核对无误', 'verified'))
    : paint.verdict.fail(say(lang, '核对不符', 'not verified'))
  const lines = [
    `${cleanText(result.path)}${say(lang, '：', ': ')}${verdict}`,
    ...(verified
      ? hangPlain(
          '  ',
          say(
            lang,
            `${inputs} 份报告和所用的规则包、文件都与结果所记相同；用两种判断方式各重新审核一遍，结果逐字节相同`,
            `${inputs} input(s), packs and files are as recorded; audited again by either judge, the result is the same to the byte`,
          ),
          paint,
        )
      : []),
    ...differences.flatMap((difference) => {
      const lead = `  ${padded(KIND[lang][difference.kind], column)}  `
      return hang(lead, textWidth(lead), differenceText(difference, lang), paint)
    }),
  ]
  return `${lines.join('\n')}\n`
}

const LONGEST = 60

const differenceText = ({ kind, name, recorded, now, line }: Difference, lang: Lang): string => {
  const what = cleanText(name)
  const [then, present] = [recorded, now].map((text) => shortened(cleanText(text ?? ''), LONGEST))
  if (line !== undefined)
    return say(
      lang,
      `${what} 第 ${line} 行不同：原为 ${then || '（无）'}，重新审核为 ${present || '（无）'}`,
      `${what} differs in line ${line}: it was ${then || '(nothing)'}, audited again it is ${present || '(nothing)'}`,
    )
  if (now === null) return say(lang, `${what} 现在没有或读不了`, `${what} is not there, or cannot be read`)
  if (recorded === null)
    return say(lang, `${what} 当时没有用到，现在用到了`, `${what} was not gone by then, and is now`)
  return kind === 'tool' || kind === 'pack'
    ? say(lang, `${what} 结果所记为 ${then}，现在是 ${present}`, `${what} was ${then}, and is ${present} now`)
    : say(lang, `${what} 的内容与当时不同`, `the content of ${what} is not what it was`)
}
