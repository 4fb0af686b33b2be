import type { Form, FormTable } from '@gouji/core'
import { form } from './sample-report.js'

const [regulations, requests, disputes] = form.tables as readonly [FormTable, FormTable, FormTable]
const results = ['三、本年度办理结果', '(六)其他处理']
const notCorrected = '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请'
const feeUnpaid = '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请'

/** The tables of the 30号 edition, as far as reading them needs it. */
export const nextForm: Form = {
  ...form,
  edition: '30号',
  tables: [
    {
      ...regulations,
      marks: ['本年制发件数', '本年废止件数', '现行有效件数', '本年处理决定数量', '本年收费金额'],
      otherMarks: [{ edition: '60号', labels: regulations.marks ?? [] }],
      columns: [
        { id: 'made', label: '本年制发件数' },
        { id: 'repealed', label: '本年废止件数' },
        { id: 'inForce', label: '现行有效件数' },
        { id: 'decisions', label: '本年处理决定数量' },
        { id: 'amount', label: '本年收费金额(单位:万元)', kind: 'money' },
      ],
      blocks: [
        {
          caption: '第二十条第(一)项',
          columns: ['made', 'repealed', 'inForce'],
          rows: [
            { id: 'regulations', label: '规章' },
            { id: 'normativeDocuments', label: '行政规范性文件', variants: ['规范性文件'] },
          ],
        },
        { caption: '第二十条第(五)项', columns: ['decisions'], rows: [{ id: 'permits', label: '行政许可' }] },
        {
          caption: '第二十条第(六)项',
          columns: ['decisions'],
          rows: [
            { id: 'penalties', label: '行政处罚' },
            { id: 'compulsoryMeasures', label: '行政强制' },
          ],
        },
        { caption: '第二十条第(八)项', columns: ['amount'], rows: [{ id: 'fees', label: '行政事业性收费' }] },
      ],
    },
    {
      ...requests,
      otherMarks: [],
      marks: [notCorrected, feeUnpaid].map((label) => label.slice(2)),
      blocks: requests.blocks.map((block) => ({
        ...block,
        rows: block.rows.flatMap((row) =>
          row.id === 'otherHandling'
            ? [
                { id: 'otherNotCorrected', label: notCorrected, group: results },
                { id: 'otherFeeUnpaid', label: feeUnpaid, group: results },
                { id: 'otherRemaining', label: '3.其他', group: results },
              ]
            : [row],
        ),
      })),
    },
    disputes,
  ],
}
