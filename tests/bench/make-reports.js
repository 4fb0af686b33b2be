// Reports made for the bench: full tables that add up, 4,000 characters of prose, every third with faults. Seeded.
import { pack } from '@gouji/rules-2020'

/** Mulberry32: small, seeded, the same everywhere. */
export const seeded = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}

/** As dense in marks and enumerations as a real county bureau's: some 26 marks and 16 markers in 4,000 characters. */
const CLAUSES = [
  '坚持以公开为常态、不公开为例外',
  '围绕群众关切主动回应',
  '及时更新本机关的公开指南和公开目录',
  '对照《条例》逐项梳理公开事项',
  '组织业务培训和案例研讨',
  '严格执行公开前的保密审查',
  '把政务公开纳入年度工作考核',
  '开展社会评议并公布结果',
  '落实责任追究制度',
  '推动政策解读与政策文件同步发布',
  '规范答复文书的格式和用语',
  '依托门户网站、政务新媒体和公告栏发布信息',
  '建立信息发布的登记台账',
  '明确专人负责网站的日常维护',
  '定期抽查各科室的公开情况',
  '拓宽群众获取信息的渠道',
  '加强与主管部门的沟通衔接',
  '公开机构职能、办事流程和联系方式',
  '公开年度预算决算和采购结果',
  '发布重点领域的工作进展',
  '回应来信来电反映的问题',
  '清理过期失效的文件',
  '压实信息审核的责任',
  '提高答复的质量和时效',
]

const pick = (random) => CLAUSES[Math.floor(random() * CLAUSES.length)]

/** Paragraphs, every seventh of them an enumeration. */
const prose = (random, length) => {
  const paragraphs = []
  for (let size = 0; size < length; ) {
    const paragraph =
      paragraphs.length % 7 === 0
        ? `主要做了三项工作：${['一', '二', '三'].map((ordinal) => `${ordinal}是${pick(random)}，${pick(random)}`).join('；')}。`
        : `${pick(random)}，${pick(random)}，${pick(random)}。${pick(random)}，${pick(random)}，${pick(random)}。`
    paragraphs.push(paragraph)
    size += paragraph.length
  }
  return paragraphs.join('\n')
}

const requestsRows = (random, form) => {
  const table = form.tables.find(({ id }) => id === 'requests')
  const columns = table.columns.map(({ id }) => id).filter((id) => id !== 'total')
  const leaves = form.relations.find(({ id }) => id === 'requests.results').left
  const count = (most) => Math.floor(random() ** 3 * most)
  const withTotal = (row) => ({ ...row, total: columns.reduce((sum, column) => sum + row[column], 0) })
  const rows = {}
  for (const leaf of leaves)
    rows[leaf] = withTotal(
      Object.fromEntries(columns.map((column) => [column, count(column === 'natural' ? 300 : 20)])),
    )
  rows.resultsTotal = withTotal(
    Object.fromEntries(columns.map((column) => [column, leaves.reduce((sum, leaf) => sum + rows[leaf][column], 0)])),
  )
  rows.carriedOut = withTotal(Object.fromEntries(columns.map((column) => [column, count(30)])))
  rows.carriedIn = withTotal(
    Object.fromEntries(columns.map((column) => [column, Math.min(count(30), rows.resultsTotal[column])])),
  )
  rows.received = withTotal(
    Object.fromEntries(
      columns.map((column) => [column, rows.resultsTotal[column] + rows.carriedOut[column] - rows.carriedIn[column]]),
    ),
  )
  return Object.fromEntries(table.blocks[0].rows.map(({ id }) => [id, rows[id]]))
}

const disputesRows = (random) =>
  Object.fromEntries(
    ['review', 'directSuit', 'suitAfterReview'].map((id) => {
      const [upheld, corrected, otherResult, pending] = Array.from({ length: 4 }, () => Math.floor(random() * 40))
      return [id, { upheld, corrected, otherResult, pending, total: upheld + corrected + otherResult + pending }]
    }),
  )

const addFaults = (random, report) => {
  const { requests, disputes, disclosure, problems } = report.sections
  const rows = requests.tables.requests.rows
  const ids = Object.keys(rows)
  rows[ids[Math.floor(random() * ids.length)]].natural += 1
  disputes.tables.disputes.rows.review.total = 0
  disclosure.tables.regulations.rows.normativeDocuments.made = '22（其中修订16件）'
  rows.granted.business = null
  problems.text = `${problems.text}让群众读的通。`
}

/** The report at an index: always the same one. */
export const makeReport = (index) => {
  const random = seeded(index + 1)
  const report = structuredClone(pack.clean)
  delete report.document
  report.body = { name: `云岭市第${index}区人民政府`, kind: 'government', rank: 'county' }
  report.title = `云岭市第${index}区人民政府2020年政府信息公开工作年度报告`
  report.sections.overview.text = `市政府对照《条例》开展工作，考核、社会评议、责任追究均已落实。\n${prose(random, 2600)}`
  report.sections.problems.text = `存在的主要问题是公开不够及时。改进措施如下。\n${prose(random, 1300)}`
  report.sections.requests.tables.requests.rows = requestsRows(random, pack.form)
  report.sections.disputes.tables.disputes.rows = disputesRows(random)
  if (index % 3 === 0) addFaults(random, report)
  return report
}
