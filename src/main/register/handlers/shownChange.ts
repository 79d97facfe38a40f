import type { RecordChange as ShownChange } from '../../../shared/bridge/records'
import { listNameOf } from '../../../shared/domain/catalogue/listFields'
import { succeed, type Result } from '../../../shared/domain/result'
import type { RecordChange } from '../records/recordServices'

/** A change as windows hear of it: kinds are named by their lists. @param as  where it was done once more */
export function shownChange(result: Result<RecordChange>, as?: 'redone'): Result<ShownChange> {
  return result.ok ? succeed({ ...result.value, kind: listNameOf[result.value.kind], what: as ?? result.value.what }) : result
}
