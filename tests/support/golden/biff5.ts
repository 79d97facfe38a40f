import { f64, record, u16, u32 } from './biffBytes'
import { encoded } from './encodedText'
import { plainCell, type PlannedCell } from './tablePlan'

/** A workbook stream of Excel 95 in code page 936, as Chinese programs of its time wrote it: texts in bytes, no container. */
export function biff5Of(sheetName: string, rows: readonly (readonly PlannedCell[])[]): Buffer {
  const name = encoded(sheetName, 'gbk')
  const globals = [bof(0x0005), record(0x42, u16(936)), record(0x22, u16(0)), ...fonts]
  const sheetRecord = (offset: number): Buffer => record(0x85, u32(offset), u16(0), Buffer.from([name.length]), name)
  const end = record(0x0a)
  const offset = Buffer.concat(globals).length + sheetRecord(0).length + end.length
  const cells = rows.flatMap((line, row) => line.flatMap((cell, column) => (cell !== null && typeof cell === 'object' && 'raised' in cell ? [raisedRecord(row, column, cell.raised)] : cellRecord(row, column, plainCell(cell)))))
  return Buffer.concat([...globals, sheetRecord(offset), end, bof(0x0010), ...cells, end])
}

/** Fonts 0 to 3, then the one that runs number 5: raised. */
const fonts = [0, 0, 0, 0, 1].map((height) => record(0x31, u16(200), u16(0), u16(0x7fff), u16(400), u16(height), Buffer.from([0, 0, 134, 0, 5]), Buffer.from('Arial')))
const raisedFont = 5

/** A text whose last part stands raised, by the number of its byte. */
function raisedRecord(row: number, column: number, [low, high]: readonly [string, string]): Buffer {
  const text = encoded(low + high, 'gbk')
  return record(0x00d6, u16(row), u16(column), u16(0), u16(text.length), text, Buffer.from([1, encoded(low, 'gbk').length, raisedFont]))
}

function cellRecord(row: number, column: number, value: string | number | boolean | null): Buffer[] {
  if (value === null) return []
  const place = [u16(row), u16(column), u16(0)]
  if (typeof value !== 'string') return [record(0x0203, ...place, f64(Number(value)))]
  const text = encoded(value, 'gbk')
  return [record(0x0204, ...place, u16(text.length), text)]
}

function bof(kind: number): Buffer {
  return record(0x0809, u16(0x0500), u16(kind), u16(0x0dbb), u16(0x07cc))
}
