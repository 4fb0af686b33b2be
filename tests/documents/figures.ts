import type { Form, Report } from '@gouji/core'
import { bodyOf, type Figures, figureFiles, formOf, readFigures, sectionsOf, titleOf } from '../support/figures.js'

/** A report with the form that its document follows. */
export interface Sample {
  readonly name: string
  readonly report: Report
  readonly form: Form
}

const PROSE: Readonly<Record<string, (year: number) => string>> = {
  overview: (year) =>
    `${year}年,我单位按年初安排推进公开,公开的内容、方式和时限都有人负责。\n一是栏目逐月查看,过时的内容及时撤下。二是来信来访中问得多的事项做成问答,放在首页。\n三是经办人员参加了两期培训。`,
  problems: () =>
    '从全年看,主要问题是个别栏目更新不够勤,图表用得少。\n改进情况:已经排出更新周期表,由专人每周核对;图表由业务科室先行提供。',
  other: () => '没有其他需要报告的事项。',
}

/** The figures as a report: its tables as printed, with a preface, prose and a signature around them. */
export const reportOf = (figures: Figures, form: Form): Report => {
  const { year } = figures
  const sections = sectionsOf(figures, form)
  const [date = `${year + 1}-01-20`] = /\d{4}-\d{2}-\d{2}/u.exec(figures.published ?? '') ?? []
  return {
    schemaVersion: 1,
    year,
    title: titleOf(figures),
    preface: `本报告由${bodyOf(figures)}按照《中华人民共和国政府信息公开条例》编写,分六个部分。\n所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`,
    publishedOn: { date, from: 'report' },
    body: { name: bodyOf(figures) },
    sections: Object.fromEntries(
      Object.entries(sections).map(([id, section]) => [id, { ...section, text: PROSE[id]?.(year) ?? '' }]),
    ),
    document: {
      outline: Object.entries(sections).map(([section, { heading = '' }]) => ({ heading, section })),
      labels: {},
      headers: {},
      oddRows: [],
      unplaced: [],
      inferred: [],
      places: {},
    },
  }
}

/** Every file of figures that has all of them. */
export const figureSamples = (): readonly Sample[] =>
  figureFiles
    .map((file) => ({ name: file.replace('.json', ''), figures: readFigures(file) }))
    .filter(({ figures }) => figures.expected && figures.table4)
    .map(({ name, figures }) => {
      const form = formOf(figures)
      return { name, form, report: reportOf(figures, form) }
    })
