import { fail, type Result } from '../../../../shared/domain/result'
import { openParser } from '../../../workbook/parserClient'
import type { RegisterStore } from '../../../store/registerStore'
import type { ImportServices } from '../importOptions'
import { copyOriginal } from '../originalFile'
import { fileOfBatch } from './fileToReturn'
import { writeReturn, type ReturnAnswer, type ReturnOptions } from './returnWorkbook'

/**
 * Writes 退回更正 of a batch from its kept original: today's or any earlier one's.
 *
 * @param registerPath  beside which the originals lie
 * @param services      reads the file; absent: in a parser process of its own
 * @returns unknown_batch, original_missing, original_changed and what writeReturn refuses
 */
export async function returnBatch(registerPath: string, store: RegisterStore, id: number, options: ReturnOptions, services: Pick<ImportServices, 'open'> = { open: openParser }): Promise<Result<ReturnAnswer>> {
  const batch = await store.batches.get(id)
  if (!batch) return fail('unknown_batch', undefined, { value: id })
  const original = await copyOriginal(registerPath, batch)
  if (!original.ok) return original
  try {
    return await writeReturn(await fileOfBatch(store, batch, original.value.path), options, services)
  } finally {
    original.value.dispose()
  }
}
