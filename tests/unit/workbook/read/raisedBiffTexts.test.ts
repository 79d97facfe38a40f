import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { raisedBiffTexts } from '../../../../src/main/workbook/ole/raisedBiffTexts'
import { record, u16, u32 } from '../../../support/golden/biffBytes'
import { readFile } from '../../../support/workbooks/readWorkbookFile'

const u8 = (...values: number[]): Buffer => Buffer.from(values)
const narrow = (text: string): Buffer => Buffer.from(text, 'latin1')
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le')
const beginning = (kind: number): Buffer => record(0x809, u16(0x600), u16(kind), u32(0), u32(0), u32(0))
const end = record(0x0a)

/** Fonts 0 to 3, then the one that runs number 5: raised. */
const fonts = [0, 0, 0, 0, 1].map((height) => record(0x31, u16(200), u16(0), u16(0), u16(400), u16(height), u32(0)))
const cell = (row: number, column: number, place: number): Buffer => record(0xfd, u16(row), u16(column), u16(0), u32(place))
const run = (from: number, font: number): Buffer => Buffer.concat([u16(from), u16(font)])

/** Two sheets of which the second stands first in the list of sheets, over the given records of texts. */
function streamOf(texts: readonly Buffer[], cells: readonly [Buffer, Buffer], written = fonts): Buffer {
  const head = (first: number, second: number): Buffer =>
    Buffer.concat([beginning(5), ...written, record(0x85, u32(second), u16(0), u8(1, 0, 0x42)), record(0x85, u32(first), u16(0), u8(1, 0, 0x41)), ...texts, end])
  const start = head(0, 0).length
  const first = Buffer.concat([beginning(0x10), cells[0], end])
  return Buffer.concat([head(start, start + first.length), first, beginning(0x10), cells[1], end])
}

describe('raisedBiffTexts', () => {
  it('tells texts with raised digits by sheet, row and column, across the ends of records', () => {
    const texts = [
      // "49.1" and a raised "1" with the fifth font; then a text of 8 letters of which 3 stand in this record.
      record(0xfc, u32(4), u32(3), u16(5), u8(8), u16(1), narrow('49.11'), run(4, 5), u16(8), u8(8 + 4), u16(2), u32(6), narrow('ab1')),
      // It goes on in letters of two bytes; its runs are cut by the next record as well.
      record(0x3c, u8(1), wide('2市南区3'), run(2, 5).subarray(0, 2)),
      record(0x3c, run(2, 5).subarray(2), run(4, 0), u8(9, 9, 9, 9, 9, 9), u16(1), u8(0), narrow('7')),
    ]
    const at = raisedBiffTexts(streamOf(texts, [Buffer.concat([cell(0, 0, 0), cell(2, 3, 2)]), Buffer.concat([cell(0, 0, 2), cell(1, 1, 1)])]))
    expect([at(0, 0, 0), at(0, 2, 3), at(1, 0, 0), at(1, 1, 1), at(0, 1, 1)]).toEqual(['49.1¹', undefined, undefined, 'ab¹²市南区3', undefined])
  })

  it('looks no further where no font stands raised, and stops where the list breaks off', () => {
    const broken = record(0xfc, u32(2), u32(2), u16(5), u8(8), u16(1), narrow('49.11'), run(4, 5), u16(900), u8(0), narrow('4'))
    expect(raisedBiffTexts(streamOf([broken], [cell(0, 0, 0), cell(0, 0, 1)], fonts.slice(0, 4)))(0, 0, 0)).toBeUndefined()
    const at = raisedBiffTexts(streamOf([broken], [cell(0, 0, 0), cell(0, 0, 1)]))
    expect([at(0, 0, 0), at(1, 0, 0)]).toEqual(['49.1¹', undefined])
  })

  it('stands in the cells of a file that an office program wrote', async () => {
    const { sheets } = await readFile(join(import.meta.dirname, '../../../fixtures/workbooks/raised.xls'))
    expect(sheets.map(({ rows }) => rows.map(({ cells }) => cells))).toEqual([[['49.1¹', '面积1 m²和34', '5']], [[null, '市南区¹²)', '粗2']], [['6']]])
  })
})
