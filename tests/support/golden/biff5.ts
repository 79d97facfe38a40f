import { f64, record, u16, u32 } from './biffBytes'
import { encoded } from './encodedText'
import { plainCell, type PlannedCell } from './tablePlan'

/** A workbook stream of Excel 95 in code page 936, as Chinese programs of its time wrote it: texts in bytes, no container. */
export function biff5Of(sheetName: string, rows: readonly (readonly PlannedCell[])[]): Buffer {
  const name = encoded(sheetName, 'gbk')
  const globals = [bof(0x0005), record(0x42, u16(936)), record(0x22, u16(0))]
  const sheetRecord = (offset: number): Buffer => record(0x85, u32(offset), u16(0), Buffer.from([name.length]), name)
  const end = record(0x0a)
  const offset = Buffer.concat(globals).length + sheetRecord(0).length + end.length
  const cells = rows.flatMap((line, row) => line.flatMap((cell, column) => cellRecord(row, column, plainCell(cell))))
  return Buffer.concat([...globals, sheetRecord(offset), end, bof(0x0010), ...cells, end])
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
