import type { GoldenCase } from '../../../support/golden/goldenCase'
import { uscc } from '../../../support/golden/identifiers'
import { xlsxOf } from '../../../support/golden/tablePlan'

const [a, b, c] = [951, 952, 953].map((serial) => uscc(serial)) as [string, string, string]
const directory: Pick<GoldenCase, 'file' | 'content'> = {
  file: '单位名录.xlsx',
  content: () => xlsxOf([{ rows: [
    ['单位名称', '统一社会信用代码', '所属区市', '原区市', '迁入日期'],
    ['青岛甲公司', a, '即墨区', null, null], ['青岛乙公司', b, '市南区', '即墨区', '2021-08-11'], ['青岛丙公司', c, '胶州市', null, null],
  ] }]),
}

/** Lists by which units change their district: what was counted before stays where it was, or it is said that it does not. */
export const movedFiles: readonly GoldenCase[] = [
  {
    name: 'units that have moved, by a list of where they are now and since when',
    file: '迁移单位.xlsx',
    before: [directory],
    content: () => xlsxOf([{ rows: [['单位名称', '统一社会信用代码', '现区市', '迁入日期'], ['青岛甲公司', a, '市南区', '2022-05-01'], ['青岛乙公司', b, '崂山区', '2022-01-11'], ['青岛丙公司', c, '胶州市', '2022-03-01']] }]),
    answer: {
      kind: 'units', headers: ['1'], new: 0, changed: 3, notices: ['move_forgotten'],
      records: [
        ['unit', a, { district: '370202', previousDistrict: '370215', movedOn: '2022-05-01' }],
        ['unit', b, { district: '370212', previousDistrict: '370202', movedOn: '2022-01-11' }],
        ['unit', c, { district: '370281', movedOn: '2022-03-01' }],
      ],
    },
  },
  {
    name: 'a later directory that has a unit in another district, and no day',
    file: '单位名录_2022.xlsx',
    before: [directory],
    content: () => xlsxOf([{ rows: [['单位名称', '统一社会信用代码', '所属区市'], ['青岛甲公司', a, '平度市'], ['青岛乙公司', b, '市南区'], ['青岛丙公司', c, '胶州市']] }]),
    answer: { kind: 'units', headers: ['1'], new: 0, changed: 1, same: 2, notices: ['move_undated'], records: [['unit', a, { district: '370283' }], ['unit', b, { district: '370202', previousDistrict: '370215' }]] },
  },
  {
    name: 'people by the names that the command line has for its series',
    file: '人口两种口径.xlsx',
    content: () => xlsxOf([{ rows: [['地区', '人口口径', '年份', '常住人口（万人）'], ['市南区', 'census2020', 2020, 48.6643], ['市南区', 'yearend2020', 2020, 48.71]] }]),
    answer: { kind: 'population', headers: ['1'], new: 2, records: [['population', '370202|census2020', { populationWan: 48.6643 }], ['population', '370202|yearend2020', { populationWan: 48.71 }]] },
  },
]
