import type { ProfileKind } from '../../../shared/bridge/units'
import { textOrNull } from '../columns/storedTexts'
import { unresolved } from '../columns/unitDirectory'
import type { RegisterSession } from '../opened/session'
import type { UnitSubjects } from './unitSubjects'

/** Ids of the records that name a subject, by kind; standards with their best place in the drafting list. */
export interface SubjectRecords {
  ids: Record<ProfileKind, readonly number[]>
  positions: ReadonlyMap<number, number>
}

type Found = Record<ProfileKind, Set<number>> & { positions: Map<number, number> }

/**
 * The same records that are counted for some subjects, found for all of them in one pass over the register.
 *
 * @param wanted  places in `subjects.all`
 * @returns       one for each wanted subject, in their order
 */
export async function recordsOfSubjects(session: RegisterSession, { finder }: UnitSubjects, wanted: readonly number[]): Promise<SubjectRecords[]> {
  const { source } = session
  const found = new Map(wanted.map((subject): [number, Found] => [subject, {
    standards: new Set(), patents: new Set(), trademarks: new Set(), pct: new Set(), honours: new Set(), pilots: new Set(), positions: new Map(),
  }]))
  const columns = await session.columns.current()
  const directory = await columns.directory()
  const standards = await columns.standards()
  for (let row = 0; row < standards.count; row++) {
    for (let entry = standards.listStart[row] ?? 0; entry < (standards.listStart[row + 1] ?? 0); entry++) {
      const own = found.get(finder.ofNameId(standards.nameId[entry] ?? 0))
      if (!own) continue
      const [id, position] = [standards.ids[row] ?? 0, standards.position[entry] ?? 0]
      own.standards.add(id)
      own.positions.set(id, Math.min(own.positions.get(id) ?? position, position))
    }
  }
  const patents = await columns.patents()
  for (let row = 0; row < patents.count; row++) {
    const unit = patents.owner[row] ?? unresolved
    if (unit !== unresolved) found.get(finder.ofUnit(unit))?.patents.add(patents.ids[row] ?? 0)
  }
  await source.scanNames('patent', false, (page) => { for (const [id, , name] of page) found.get(finder.ofNameId(name))?.patents.add(id) })
  await source.scanNames('pct', false, (page) => { for (const [id, , name] of page) found.get(finder.ofNameId(name))?.pct.add(id) })
  const meant = (uscc: unknown, named: number): Found | undefined => {
    const unit = typeof uscc === 'string' ? directory.unitOfUscc.get(uscc) : undefined
    return found.get(unit === undefined ? named : finder.ofUnit(unit))
  }
  await source.scan('trademark', ['owner', 'ownerUscc'], (page) => {
    for (const [id, owner, uscc] of page) meant(uscc, typeof owner === 'number' ? finder.ofNameId(owner) : -1)?.trademarks.add(Number(id))
  })
  for (const [kind, field, list] of [['honour', 'recipient', 'honours'], ['pilot', 'name', 'pilots']] as const) {
    await source.scan(kind, [field, 'uscc'], (page) => {
      for (const row of page) {
        const name = textOrNull(row[1])
        meant(row[2], name === null ? -1 : finder.ofText(name))?.[list].add(Number(row[0]))
      }
    })
  }
  return [...found.values()].map(({ positions, ...sets }) => ({
    positions,
    ids: { standards: [...sets.standards], patents: [...sets.patents], trademarks: [...sets.trademarks], pct: [...sets.pct], honours: [...sets.honours], pilots: [...sets.pilots] },
  }))
}
