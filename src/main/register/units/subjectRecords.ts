import type { ProfileKind } from '../../../shared/bridge/units'
import { textOrNull, unresolved } from '../columns/unitDirectory'
import type { RegisterSession } from '../opened/session'
import type { UnitSubjects } from './unitSubjects'

/** Ids of the records that name a subject, by kind; standards with their best place in the drafting list. */
export interface SubjectRecords {
  ids: Record<ProfileKind, number[]>
  positions: ReadonlyMap<number, number>
}

/** The same records that are counted for the subject. */
export async function recordsOfSubject(session: RegisterSession, { finder }: UnitSubjects, subject: number): Promise<SubjectRecords> {
  const { source } = session
  const columns = await session.columns.current()
  const directory = await columns.directory()
  const positions = new Map<number, number>()
  const standards = await columns.standards()
  for (let row = 0; row < standards.count; row++) {
    for (let entry = standards.listStart[row] ?? 0; entry < (standards.listStart[row + 1] ?? 0); entry++) {
      if (finder.ofNameId(standards.nameId[entry] ?? 0) !== subject) continue
      const [id, position] = [standards.ids[row] ?? 0, standards.position[entry] ?? 0]
      positions.set(id, Math.min(positions.get(id) ?? position, position))
    }
  }
  const patents = await columns.patents()
  const owned = Array.from(patents.owner.subarray(0, patents.count), (unit, row) => (unit !== unresolved && finder.ofUnit(unit) === subject ? (patents.ids[row] ?? 0) : 0))
  const ids: SubjectRecords['ids'] = {
    standards: [...positions.keys()], patents: owned.filter((id) => id !== 0), trademarks: [], pct: [], honours: [], pilots: [],
  }
  await source.scanNames('patent', false, (page) => { for (const [id, , name] of page) if (finder.ofNameId(name) === subject) ids.patents.push(id) })
  await source.scanNames('pct', false, (page) => { for (const [id, , name] of page) if (finder.ofNameId(name) === subject) ids.pct.push(id) })
  const meant = (uscc: unknown, named: number): boolean => {
    const unit = typeof uscc === 'string' ? directory.unitOfUscc.get(uscc) : undefined
    return (unit === undefined ? named : finder.ofUnit(unit)) === subject
  }
  await source.scan('trademark', ['owner', 'ownerUscc'], (page) => {
    for (const [id, owner, uscc] of page) if (meant(uscc, typeof owner === 'number' ? finder.ofNameId(owner) : -1)) ids.trademarks.push(Number(id))
  })
  for (const [kind, field, list] of [['honour', 'recipient', 'honours'], ['pilot', 'name', 'pilots']] as const) {
    await source.scan(kind, [field, 'uscc'], (page) => {
      for (const row of page) {
        const name = textOrNull(row[1])
        if (meant(row[2], name === null ? -1 : finder.ofText(name))) ids[list].push(Number(row[0]))
      }
    })
  }
  return { ids: { ...ids, patents: [...new Set(ids.patents)], pct: [...new Set(ids.pct)] }, positions }
}
