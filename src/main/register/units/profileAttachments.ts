import { profileKinds, type UnitProfile } from '../../../shared/bridge/units'
import { recordKindOfList, type ListKind } from '../../../shared/domain/catalogue/listFields'
import type { RegisterSession } from '../opened/session'
import type { SubjectRecords } from './subjectRecords'

/**
 * Files of a unit's own records and of every record that names it, kind by kind, each with its record.
 *
 * @param units  ids of the unit and of those merged into it
 */
export async function profileAttachments({ store, files }: RegisterSession, units: readonly number[], ids: SubjectRecords['ids']): Promise<UnitProfile['attachments']> {
  const all = await store.attachments.all()
  if (all.length === 0) return []
  const wanted: [ListKind, ReadonlySet<number>][] = [['units', new Set(units)], ...profileKinds.map((kind): [ListKind, ReadonlySet<number>] => [kind, new Set(ids[kind])])]
  const found: UnitProfile['attachments'] = []
  for (const [kind, records] of wanted) {
    const attached = all.filter((file) => file.kind === recordKindOfList[kind] && records.has(file.id))
    const keys = await store.records.keysOf(recordKindOfList[kind], attached.map(({ id }) => id))
    for (const { id, sha256, fileName, type, sizeBytes, note } of attached) found.push({ kind, id, key: keys.get(id) ?? '', sha256, fileName, type, sizeBytes, note, isMissing: !files.isThere(sha256) })
  }
  return found
}
