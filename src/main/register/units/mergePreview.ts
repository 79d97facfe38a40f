import type { MergePreview } from '../../../shared/bridge/units'
import { succeed, type Result } from '../../../shared/domain/result'
import { packDate } from '../columns/packedDate'
import { patentStatusOn } from '../lists/statuses'
import type { RegisterSession } from '../opened/session'
import { findMembers } from './findMember'
import { recordsOfSubjects } from './subjectRecords'
import { loadSubjects } from './unitSubjects'

/**
 * What would stand on a unit after a merger: each record once, and how many records name several of its names.
 *
 * @param refs  codes or names; one alone is allowed
 * @returns     unknown_record
 */
export async function mergePreview(session: RegisterSession, refs: readonly string[], today: string): Promise<Result<MergePreview>> {
  const subjects = await loadSubjects(session, today)
  const members = findMembers(subjects, refs)
  if (!members.ok) return members
  const standards = new Map<number, number>()
  const others = { patents: new Set<number>(), trademarks: new Set<number>(), pct: new Set<number>(), honours: new Set<number>(), pilots: new Set<number>() }
  let named = 0
  for (const { ids, positions } of await recordsOfSubjects(session, subjects, members.value.map((member) => subjects.all.indexOf(member)))) {
    named += positions.size
    for (const [id, position] of positions) standards.set(id, Math.min(position, standards.get(id) ?? position))
    for (const kind of ['patents', 'trademarks', 'pct', 'honours', 'pilots'] as const) for (const id of ids[kind]) others[kind].add(id)
  }
  const validPatents = members.value.length === 1 ? (members.value[0]?.counts.validPatents ?? 0) : await countValid(session, others.patents, today)
  return succeed({
    standards: standards.size, lead: [...standards.values()].filter((position) => position === 1).length, twice: named - standards.size,
    patents: others.patents.size, validPatents, trademarks: others.trademarks.size, pct: others.pct.size, honours: others.honours.size, pilots: others.pilots.size,
  })
}

async function countValid(session: RegisterSession, ids: ReadonlySet<number>, today: string): Promise<number> {
  const { count, ids: all, grantedOn, endsOn } = await (await session.columns.current()).patents()
  const day = packDate(today)
  let valid = 0
  for (let row = 0; row < count; row++) {
    if (ids.has(all[row] ?? 0) && patentStatusOn(grantedOn[row] ?? 0, endsOn[row] ?? 0, day) === 'valid') valid++
  }
  return valid
}
