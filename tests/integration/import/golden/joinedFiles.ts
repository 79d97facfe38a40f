import type { GoldenCase } from '../../../support/golden/goldenCase'
import { xlsxOf } from '../../../support/golden/tablePlan'

/** Two facts in one column, and one fact spread over several. */
export const joinedFiles: readonly GoldenCase[] = [
  {
    name: 'registration number and classes in one cell, as the heading says and without it',
    file: '商标.xlsx',
    content: () => xlsxOf([
      { name: '合写', rows: [
        ['序号', '商标名称', '注册号/类别', '注册人'],
        [1, '甲', '12345678/第9类', '青岛甲公司'], [2, '乙', '12345679（9、35类）', '青岛甲公司'], [3, '丙', '12345680 / 9', '青岛甲公司'], [4, '丁', '第12345681号 第25类', '青岛甲公司'],
        [5, '戊', '12345682', '青岛甲公司'], [6, '己', '第9类/12345683', '青岛甲公司'], [7, '庚', '12345684/46', '青岛甲公司'], [8, '辛', '12345685/9；12345686/35', '青岛甲公司'],
        [9, '壬', 12345687, '青岛甲公司'], [10, '癸', '12345688\n（第9类）', '青岛甲公司'], [11, '子', 'G1234567/9,35', '青岛甲公司'],
      ] },
      { name: '括号', rows: [['商标名称', '注册号', '注册人'], ['甲', '22345678（第9类）', '青岛甲公司'], ['乙', '22345679（图形）', '青岛甲公司'], ['丙', '22345680/9', '青岛甲公司']] },
      { name: '两列', rows: [['商标名称', '注册号', '类别', '注册人'], ['甲', '32345678（第9类）', 9, '青岛甲公司'], ['乙', '32345679（9、35类）', '9', '青岛甲公司'], ['丙', '32345680（第9类）', null, '青岛甲公司']] },
    ]),
    answer: {
      kind: 'trademarks', headers: ['1', '1', '1'], new: 13, rejected: ['8C bad_format', '9C bad_format', '4B bad_format', '3B bad_format'],
      repaired: ['2B extracted_from_text', '2B extracted_from_text', '4B extracted_from_text'],
      records: [
        ['trademark', '12345678', { classes: [9] }], ['trademark', '12345679', { classes: [9, 35] }], ['trademark', '12345680', { classes: [9] }], ['trademark', '12345681', { classes: [25] }],
        ['trademark', '12345682', { classes: null }], ['trademark', '12345683', { classes: [9] }], ['trademark', '12345687', { classes: null }], ['trademark', '12345688', { classes: [9] }],
        ['trademark', 'G1234567', { classes: [9, 35] }], ['trademark', '22345678', { classes: [9] }], ['trademark', '22345679', { classes: null }], ['trademark', '32345678', { classes: [9] }], ['trademark', '32345680', { classes: [9] }],
      ],
    },
  },
]
