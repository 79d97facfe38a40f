import { cached } from '../cache'
import { unitsOf } from './buildRegister'
import { createGb18030Encoder } from './gb18030'
import { exportColumns, headingsOf, listColumns, vendorRows } from './vendorColumns'
import { writeCsv, writeSharedStringWorkbook } from './writeFiles'

/** Patents of files begin here, far beyond those of any register: a file brings new records. */
const firstOfFiles = 5_000_000

/** 20 columns of a vendor's export. */
export function exportXlsx(rows: number): Promise<string> {
  return cached(`export-${rows}.xlsx`, (path) =>
    writeSharedStringWorkbook(path, headingsOf(exportColumns), vendorRows(exportColumns, firstOfFiles, rows, unitsOf(1_000_000))))
}

/** 12 columns. */
export function listXlsx(rows: number): Promise<string> {
  return cached(`list-${rows}.xlsx`, (path) =>
    writeSharedStringWorkbook(path, headingsOf(listColumns), vendorRows(listColumns, firstOfFiles, rows, unitsOf(1_000_000))))
}

/** 12 columns, in the encoding of Chinese Windows, or as UTF-8 for programs that know nothing else. */
export function listCsv(rows: number, encoding: 'gb18030' | 'utf-8'): Promise<string> {
  const encode = encoding === 'utf-8' ? (text: string) => Buffer.from(text) : createGb18030Encoder()
  return cached(`list-${rows}-${encoding}.csv`, (path) => writeCsv(path, headingsOf(listColumns), vendorRows(listColumns, firstOfFiles, rows, unitsOf(1_000_000)), encode))
}
