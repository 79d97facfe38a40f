import type { RegisterStore, StoredBatch, StoredSource } from '../../../store/registerStore'
import type { ImportAnswer, SheetAnswer } from '../answer'
import { keptRows } from '../keptCounts'
import { faultyCellsOf, faultyCellsOfBatch } from './faultyCells'
import type { FileToReturn } from './returnWorkbook'

/** The file of an import that has just been judged, written or not. */
export function fileOfAnswer(path: string, answer: ImportAnswer): FileToReturn {
  const { file, sha256, batch, rows, sheets } = answer
  return { path, fileName: file, sha256, batch, rows, cells: faultyCellsOf(answer), tables: sheets.map(tableOf) }
}

/** The file of a batch, from what the register keeps of it. @param path  where its original lies for as long as it is read */
export async function fileOfBatch(store: RegisterStore, batch: StoredBatch, path: string): Promise<FileToReturn> {
  const { id, fileName, sha256 } = batch
  const cells = faultyCellsOfBatch(await store.batches.refusedRows(id))
  const tables = (await store.evidence.sourcesOfBatch(id)).map(tableOf)
  return { path, fileName, sha256, batch: id, rows: keptRows(batch), cells, tables }
}

function tableOf({ sheet, headerRows, mapping }: Pick<SheetAnswer | StoredSource, 'sheet' | 'headerRows' | 'mapping'>): FileToReturn['tables'][number] {
  return { sheet, headerRows, firstColumn: Object.values(mapping)[0]?.column ?? 'A' }
}
