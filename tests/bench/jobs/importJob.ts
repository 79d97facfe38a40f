import { importFile } from '../../../src/main/register/import/importFile'
import { createImportServices } from '../../../src/main/register/import/services'
import { keepHeapsTight, keepNurserySmall } from '../../../src/main/register/writer/smallHeap'
import { openWriting } from '../../../src/main/register/writer/writingRegister'
import { readWorkbook } from '../../../src/main/workbook/readWorkbook'
import { benchDay } from '../benchDay'

export interface ImportFacts {
  records: number
  rows: number
  batch: number
}

/**
 * Takes a file into a register exactly as the command line does: original kept, rows read in the parser process,
 * everything checked, committed, indexed and searchable. `inProcess` reads in this process, for profiles.
 */
export async function importJob({ file, register, inProcess = false }: { file: string; register: string; inProcess?: boolean }): Promise<ImportFacts> {
  keepNurserySmall()
  keepHeapsTight()
  const opened = openWriting(register)
  if (!opened.ok) throw new Error(opened.code)
  const { store, close, ...more } = opened.value
  const services = await createImportServices(store, inProcess ? { ...more, open: readWorkbook } : more)
  try {
    const answer = await importFile(file, { today: benchDay, at: Date.UTC(2022, 0, 17), operator: '测试', programVersion: '0' }, services)
    if (!answer.ok) throw new Error(`${answer.code} ${JSON.stringify(answer.details)}`)
    const { rows, records, batch } = answer.value
    if (rows.rejected + rows.review > 0) throw new Error(`${rows.rejected} rows rejected, ${rows.review} doubtful: ${JSON.stringify(answer.value.rejected[0] ?? answer.value.review[0])}`)
    return { records: records.new, rows: rows.read, batch: batch ?? 0 }
  } finally {
    await close()
  }
}
