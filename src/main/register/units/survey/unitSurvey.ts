import { fail, succeed, type Result } from '../../../../shared/domain/result'
import { normaliseName } from '../../../../shared/domain/text'
import { findAlike, type NameCluster, type NameLink } from '../../../../shared/domain/units/clusterNames'
import { sameFrom, type Likeness } from '../../../../shared/domain/units/compareNames'
import { pairKey } from '../../columns/nameLinks'
import { inTurns, type WorkWatch } from '../../inTurns'
import type { RegisterSession } from '../../opened/session'
import { unitRegions } from '../unitRegions'
import { loadSubjects, type UnitSubject, type UnitSubjects } from '../unitSubjects'

/** What looking at all units and names of a register at once finds. */
export interface UnitSurvey {
  subjects: UnitSubjects
  /** The surest groups, members by their place in `subjects.all`; no more than were asked for. */
  groups: readonly NameCluster[]
  /** How many groups there are: those that are one unit, and all. */
  certain: number
  total: number
  /** For a name that no unit carries, by its place: units it may be, the surest first. */
  candidates: ReadonlyMap<number, readonly Candidate[]>
}

/** A unit that a name may be; `subject` is its place in `subjects.all`. */
export interface Candidate extends Likeness { subject: number }

export interface SurveyOptions {
  /** Also groups that are only doubtful. */
  withDoubtful: boolean
  /** Groups that are kept, of those that are one unit and of the doubtful ones each. */
  limit: number
}

/** Groups that a page asks for at most. */
export const groupsKept = 1_000
const candidatesOfName = 3
/** Loading what there is takes about as long as comparing it. */
const loadShare = 0.3

/**
 * Looks for units and names that may be one. What was merged is one subject already; what a person told
 * apart is never proposed again. Nothing is changed, and others get their turn all the while.
 *
 * @param today  YYYY-MM-DD
 * @returns      job_cancelled
 */
export async function surveyUnits(session: RegisterSession, today: string, { withDoubtful, limit }: SurveyOptions, { signal, onProgress = () => undefined }: WorkWatch = {}): Promise<Result<UnitSurvey>> {
  onProgress(0)
  const subjects = await loadSubjects(session, today)
  const { all, links } = subjects
  // A unit is looked for under each of its names; the names of one subject are no group.
  const owners = all.flatMap((subject, index) => subject.names.map((name) => ({ index, name, code: subject.code })))
  const ownerOf = (name: number): number => owners[name]?.index ?? -1
  const isToldApart = (one: number, other: number): boolean => ownerOf(one) === ownerOf(other) || areApart(all[ownerOf(one)], all[ownerOf(other)], links.apart)
  const alike = await inTurns(findAlike(owners, unitRegions(session.places), isToldApart, withDoubtful), {
    ...(signal ? { signal } : {}), onProgress: (share) => onProgress(loadShare + (1 - loadShare) * share),
  })
  if (alike === null) return fail('job_cancelled')
  const groups = alike.clusters.flatMap((cluster) => {
    const members = [...new Set(cluster.members.map(ownerOf))]
    return members.length < 2 ? [] : [{ ...cluster, members }]
  })
  const certain = groups.filter(({ percent }) => percent >= sameFrom)
  const doubtful = groups.filter(({ percent }) => percent < sameFrom)
  return succeed({
    subjects, groups: [...certain.slice(0, limit), ...doubtful.slice(0, limit)], certain: certain.length, total: groups.length,
    candidates: candidatesOf(all, alike.links, ownerOf),
  })
}

function areApart(one: UnitSubject | undefined, other: UnitSubject | undefined, apart: ReadonlySet<string>): boolean {
  if (!one || !other || apart.size === 0) return false
  return one.names.some((name) => other.names.some((second) => apart.has(pairKey(normaliseName(name), normaliseName(second)))))
}

/** Links come the surest first. */
function candidatesOf(all: readonly UnitSubject[], links: readonly NameLink[], ownerOf: (name: number) => number): Map<number, Candidate[]> {
  const found = new Map<number, Candidate[]>()
  for (const { one, other, percent, reasons, doubts } of links) {
    const [left, right] = [ownerOf(one), ownerOf(other)]
    const isUnit = (subject: number): boolean => (all[subject]?.id ?? null) !== null
    if (isUnit(left) === isUnit(right)) continue
    const [name, subject] = isUnit(left) ? [right, left] : [left, right]
    const candidates = found.get(name) ?? []
    if (candidates.length === candidatesOfName || candidates.some((known) => known.subject === subject)) continue
    candidates.push({ subject, percent, reasons, doubts })
    found.set(name, candidates)
  }
  return found
}
