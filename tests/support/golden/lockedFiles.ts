import { partsOf, zipOf } from '../workbooks/workbookParts'
import { libraryFileOf } from './tablePlan'

/** An .ods whose manifest says that its parts are enciphered. */
export function lockedOds(): Buffer {
  const parts = partsOf(libraryFileOf([{ rows: [['标准编号', '标准名称'], ['GB/T 1-2021', '甲']] }], 'ods'))
  const locked = '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'
  return zipOf(parts.map(({ name, content }) => ({ name, content: name === 'META-INF/manifest.xml' ? content.toString().replace('</manifest:manifest>', locked) : content })))
}
