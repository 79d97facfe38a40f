import * as XLSX from '@e965/xlsx'
import { partsOf, zipOf } from '../workbookParts'
import { libraryFileOf } from './tablePlan'

/** The beginning of an .xls that Excel 2003 locked: its records after FILEPASS are enciphered with RC4. */
export function lockedXls(): Buffer {
  const begin = Buffer.from([0x09, 0x08, 0x10, 0, 0, 0x06, 0x05, 0, 0xbb, 0x0d, 0xcc, 0x07, 0, 0, 0, 0, 0x06, 0, 0, 0])
  const filePass = Buffer.concat([Buffer.from([0x2f, 0, 54, 0, 1, 0, 1, 0, 1, 0]), Buffer.alloc(48, 0xa5)])
  const container = XLSX.CFB.utils.cfb_new()
  XLSX.CFB.utils.cfb_add(container, '/Workbook', Buffer.concat([begin, filePass, Buffer.alloc(6_000, 0x5a)]))
  return XLSX.CFB.write(container, { type: 'buffer' }) as Buffer
}

/** An .ods whose manifest says that its parts are enciphered. */
export function lockedOds(): Buffer {
  const parts = partsOf(libraryFileOf([{ rows: [['标准编号', '标准名称'], ['GB/T 1-2021', '甲']] }], 'ods'))
  const locked = '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'
  return zipOf(parts.map(({ name, content }) => ({ name, content: name === 'META-INF/manifest.xml' ? content.toString().replace('</manifest:manifest>', locked) : content })))
}
