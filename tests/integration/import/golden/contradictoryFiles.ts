import type { GoldenCase } from '../../../support/golden/goldenCase'
import { application } from '../../../support/golden/identifiers'
import { xlsxOf } from '../../../support/golden/tablePlan'

const [a, b, c, d, e] = [801, 802, 803, 804, 805].map((serial) => application(2019, 1, serial)) as [string, string, string, string, string]
const wrongCheck = `${d.slice(0, 13)}${d.endsWith('0') ? '1' : '0'}`

/** Files that say two things at once: the clerk is asked which of them is meant. */
export const contradictoryFiles: readonly GoldenCase[] = [
  {
    name: 'a patent number that is not the application number of its row',
    file: '两号不一.xlsx',
    content: () => xlsxOf([{ rows: [
      ['申请号', '专利号', '专利名称', '专利权人', '授权公告日'],
      [a, `ZL${a}`, '甲', '青岛甲公司', '2021-05-06'],
      [b, `ZL${c}`, '乙', '青岛甲公司', '2021-05-06'],
      [c, 'ZL', '丙', '青岛甲公司', '2021-05-06'],
      [d, `ZL${wrongCheck}`, '丁', '青岛甲公司', '2021-05-06'],
      [e, '第4567890号', '戊', '青岛甲公司', '2021-05-06'],
      [null, `ZL${application(2019, 1, 806)}`, '己', '青岛甲公司', '2021-05-06'],
    ] }]),
    answer: { kind: 'patents', headers: ['1'], new: 4, review: ['3A numbers_disagree', '5A numbers_disagree'], notices: ['bad_text_value'], records: [['patent', a, { title: '甲' }], ['patent', c, { title: '丙' }]] },
  },
]
