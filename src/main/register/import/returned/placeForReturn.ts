import { resolve } from 'node:path'
import { fail, type Result } from '../../../../shared/domain/result'
import { t } from '../../../../shared/text/t'
import { checkWritable } from '../../../workbook/write/atomicFile'

/**
 * Whether the workbook for the sender could be written there. It is written after its file was imported, and what is refused
 * leaves the register as it was, so this is asked before; the sender's own file is never written over.
 *
 * @returns usage_bad_value for another kind of file, register_exists, file_not_writable, disk_full
 */
export async function placeForReturn(option: string, out: string, file: string): Promise<Result<null>> {
  if (!/\.xls[xm]$/iu.test(out)) return fail('usage_bad_value', undefined, { option, value: out, expected: t('return.out') })
  return resolve(out) === resolve(file) ? fail('file_not_writable', { file: out }, { what: 'same', path: out }) : checkWritable(out)
}
