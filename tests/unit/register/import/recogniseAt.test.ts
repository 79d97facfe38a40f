import { describe, expect, it } from 'vitest'
import { recogniseAt } from '../../../../src/main/register/import/sheet/recognise'
import type { Cell, Row } from '../../../../src/main/workbook/types'

const rowsOf = (...cells: Cell[][]): Row[] => cells.map((own, at) => ({ row: at + 1, cells: own, hidden: false }))
const around = { sheet: null, fileName: '名单.xlsx', cityOf: (text: string) => ({ 济南市: '370100', 青岛市: '370200' })[text] ?? null }

describe('the header that a clerk points at', () => {
  it.each([
    ['a list whose award stands in its title', 'honours', rowsOf(['第二十三届中国专利奖获奖名单'], ['序号', '获奖单位', '等级'], [1, '青岛甲有限公司', '金奖'])],
    ['indicators with a city a column', 'indicators', rowsOf(['2021年知识产权主要指标'], ['指标', '济南市', '青岛市'], ['专利授权量', 10, 20])],
  ] as const)('is completed by what its kind knows, as one that was found: %s', (_what, kind, rows) => {
    expect(recogniseAt([2], rows, [], around)[0]?.match).toMatchObject({ kind, header: { rows: [2] } })
  })
})
