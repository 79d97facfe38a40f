import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { fail, succeed, type Result } from '../../shared/domain/result'
import { t } from '../../shared/text/t'

/**
 * A JSON file that an option names; undefined where the option was not given.
 *
 * @returns file_not_found, file_not_readable, and `code` for what is no JSON of that shape
 */
export function readJson<T>(path: string | undefined, schema: z.ZodType<T>, code: 'invalid_answer' | 'invalid_map' | 'invalid_bindings'): Result<T | undefined> {
  if (path === undefined) return succeed(undefined)
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return fail(isMissing ? 'file_not_found' : 'file_not_readable', { file: path })
  }
  try {
    const parsed = schema.safeParse(JSON.parse(text.replace(/^\ufeff/u, '')))
    if (parsed.success) return succeed(parsed.data)
  } catch {
    // Falls through to the same refusal: not JSON is as invalid as the wrong shape.
  }
  return fail(code, { file: path }, { reason: t('import.notJson'), value: path })
}
