import type { OpenName, OpenNames, UnresolvedName } from '../../../shared/bridge/units'
import { normaliseName } from '../../../shared/domain/text'
import type { RegisterSession } from '../opened/session'
import { totalOf } from './unitClusters'
import { loadSubjects, type UnitSubject } from './unitSubjects'
import type { UnitSurvey } from './survey/unitSurvey'

/** Names of records that no unit carries, with most records first. */
export async function unresolvedNames(session: RegisterSession, today: string, limit: number): Promise<{ total: number; names: UnresolvedName[] }> {
  const { all } = await loadSubjects(session, today)
  const open = openSubjectsOf(all)
  return { total: open.length, names: open.slice(0, limit).map(({ subject }) => nameOf(subject)) }
}

export interface OpenNamesRequest {
  /** Part of the name; empty for all. */
  text: string
  /** Only names that look like a unit of the directory. */
  withCandidates: boolean
  limit: number
}

/** The same names, each with the units it may be; `found` is how many there are of those asked for. */
export function openNames({ subjects: { all }, candidates }: UnitSurvey, { text, withCandidates, limit }: OpenNamesRequest): OpenNames {
  const open = openSubjectsOf(all)
  const part = normaliseName(text)
  const asked = open.filter(({ place, subject }) => (!withCandidates || candidates.has(place)) && (part === '' || subject.names.some((name) => normaliseName(name).includes(part))))
  const names = asked.slice(0, limit).map(({ place, subject }): OpenName => ({
    ...nameOf(subject),
    candidates: (candidates.get(place) ?? []).flatMap(({ subject: at, percent, reasons, doubts }) => {
      const unit = all[at]
      return unit?.code ? [{ ref: unit.code, name: unit.name, percent, reasons, doubts }] : []
    }),
  }))
  return { total: open.length, found: asked.length, names }
}

interface OpenSubject { place: number; total: number; subject: UnitSubject }

/** In their order, kept as long as the subjects are: a page asks again with every letter typed. */
const known = new WeakMap<readonly UnitSubject[], readonly OpenSubject[]>()

function openSubjectsOf(all: readonly UnitSubject[]): readonly OpenSubject[] {
  const open = known.get(all) ?? all
    .map((subject, place): OpenSubject => ({ place, total: subject.id === null ? totalOf(subject) : 0, subject }))
    .filter(({ total }) => total > 0)
    .toSorted((a, b) => b.total - a.total || (a.subject.name < b.subject.name ? -1 : 1))
  known.set(all, open)
  return open
}

function nameOf(subject: UnitSubject): UnresolvedName {
  const { name, names, code, counts } = subject
  return { name, otherNames: names.slice(1), code, counts, total: totalOf(subject) }
}
