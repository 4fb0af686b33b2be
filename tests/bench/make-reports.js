// Reports made for the bench, of any pack's edition: full tables that add up, 4,000 characters of prose, every third with
// faults. Seeded.

/** Mulberry32: small, seeded, the same everywhere. */
const seeded = (seed) => () => {
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

/** A text lengthened by paragraphs, every seventh of them an enumeration. */
const lengthened = (text, random, length) => {
  const paragraphs = []
  for (let size = text.length; size < length; ) {
    const paragraph =
      paragraphs.length % 7 === 0
        ? `主要做了三项工作：${['一', '二', '三'].map((ordinal) => `${ordinal}是${pick(random)}，${pick(random)}`).join('；')}。`
        : `${pick(random)}，${pick(random)}，${pick(random)}。${pick(random)}，${pick(random)}，${pick(random)}。`
    paragraphs.push(paragraph)
    size += paragraph.length
  }
  return [text, ...paragraphs].join('\n')
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0)

const relationsOf = (form, { id }) => form.relations.filter(({ table }) => table === id)

/** The tables whose numbers must add up. */
const summedTables = (form) => form.tables.filter((table) => relationsOf(form, table).length > 0)

/** Numbers for all cells of a table, mostly small, that satisfy its relations: sums of rows, then balances, then sums of columns. */
const filledRows = (random, form, table) => {
  const [firstColumn] = table.columns
  const rows = {}
  for (const { columns, rows: ids } of table.blocks)
    for (const { id } of ids)
      rows[id] = Object.fromEntries(
        columns.map((column) => [column, Math.floor(random() ** 3 * (column === firstColumn.id ? 300 : 20))]),
      )
  const relations = relationsOf(form, table)
  const perColumn = relations.filter(({ per }) => per === 'column')
  for (const { id: column } of table.columns) {
    const at = (ids) => sum(ids.map((id) => rows[id][column]))
    for (const { left, right } of perColumn.filter(({ total }) => total)) rows[right[0]][column] = at(left)
    for (const { left, right } of perColumn.filter(({ total }) => !total)) {
      const [balancing, ...others] = left
      for (const id of others) rows[id][column] = Math.min(rows[id][column], Math.floor(at(right) / others.length))
      rows[balancing][column] = at(right) - at(others)
    }
  }
  for (const { left, right } of relations.filter(({ per }) => per === 'row'))
    for (const row of Object.values(rows)) row[right[0]] = sum(left.map((column) => row[column]))
  return rows
}

/** A number that does not add up, a blank, a total of nothing, an annotated number, and a slip of the pen. */
const addFaults = (random, report, { form }) => {
  const rowsOf = ({ section, id }) => Object.values(report.sections[section].tables[id].rows)
  const summed = summedTables(form)
  const long = rowsOf(summed[0])
  const [firstColumn, secondColumn] = Object.keys(long[0])
  long[Math.floor(random() * long.length)][firstColumn] += 1
  long[2][secondColumn] = null
  const [short] = rowsOf(summed.at(-1))
  short[Object.keys(short).at(-1)] = 0
  const plain = rowsOf(form.tables.find((table) => !summed.includes(table)))[1]
  plain[Object.keys(plain)[0]] = '22（其中修订16件）'
  report.sections.problems.text += '让群众读的通。'
}

/**
 * The report of a pack's edition at an index: always the same one. Its longest table is by the form of `other`: many
 * bodies printed the old one long after the form had changed.
 */
export const makeReport = (index, pack, other = pack) => {
  const random = seeded(index + 1)
  const { form } = pack
  const report = structuredClone(pack.clean)
  delete report.document
  const { overview, problems } = report.sections
  overview.text = lengthened(overview.text, random, 2600)
  problems.text = lengthened(problems.text, random, 1300)
  const [longest] = summedTables(form)
  for (const { section, id } of summedTables(form)) {
    const printed = id === longest.id ? other.form : form
    const table = printed.tables.find((each) => each.id === id)
    report.sections[section].tables[id] = { form: printed.edition, rows: filledRows(random, printed, table) }
  }
  if (index % 3 === 0) addFaults(random, report, pack)
  return report
}
