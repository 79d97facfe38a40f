import { recordKindOfList, type ListKind } from '../../../shared/domain/catalogue/listFields'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import { findIndicator } from '../indicators/ownIndicators'
import type { RegisterSession } from '../opened/session'
import { readOptions } from '../ranking/countingOptions'
import { membersBehind } from '../ranking/recordsBehind'

/**
 * Ids of the records that an indicator counts in the city, ascending; undefined where none is named.
 *
 * @returns what `rank` refuses, and usage_bad_value for an indicator of another kind of records
 */
export async function countedRecords({ columns: owner, places }: RegisterSession, kind: ListKind, { indicator: name, period }: { indicator?: string | undefined; period?: string | undefined }): Promise<Result<Int32Array | undefined>> {
  if (name === undefined) return succeed(undefined)
  const columns = await owner.current()
  const indicator = await findIndicator(columns, name)
  if (!indicator.ok) return indicator
  const read = readOptions(indicator.value, { period })
  if (!read.ok) return read
  const behind = await membersBehind(columns, places.resolver, indicator.value, { ...read.value, district: undefined })
  if (!behind.ok) return behind
  if (behind.value.kind !== recordKindOfList[kind]) return fail('usage_bad_value', undefined, { option: '--indicator', value: name, expected: t('cli.expected.sameKind', { kind }) })
  return succeed(Int32Array.from(behind.value.ids))
}
