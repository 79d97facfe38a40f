import { exportList } from '../../../src/main/register/lists/exportList'
import { placeWords } from '../../support/placeWords'
import { keepHeapsTight, keepNurserySmall } from '../../../src/main/register/writer/smallHeap'
import { fields, withPatents, type ExportParameters } from './exportedPatents'

/** The product's export, register opened and read. */
export async function exportJob({ register, file, rows }: ExportParameters): Promise<{ rows: number }> {
  keepNurserySmall()
  keepHeapsTight()
  return withPatents(register, async (session, list) => {
    const written = await exportList(session, list, { fields, path: file, from: 0, to: rows, creator: '测试', at: Date.UTC(2022, 0, 17), places: placeWords })
    if (!written.ok) throw new Error(written.code)
    return written.value
  })
}
