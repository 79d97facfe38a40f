import type { ClusterMember, UnitCluster, UnitClusters, UnresolvedName } from '../../../shared/bridge/units'
import { formOf } from '../../../shared/domain/catalogue/recordForms'
import { normaliseName } from '../../../shared/domain/text'
import { clusterNames, type NameCluster } from '../../../shared/domain/units/clusterNames'
import { pairKey } from '../columns/nameLinks'
import { typedText } from '../records/typedText'
import type { RegisterSession } from '../opened/session'
import { memberSources } from './memberSources'
import { loadSubjects, type UnitSubject, type UnitSubjects } from './unitSubjects'
import { unitRegions } from './unitRegions'

export interface ClusterOptions {
  /** Also groups that are only doubtful. */
  withDoubtful: boolean
  limit: number
}

/**
 * Groups of units and names that look like one unit, most certain first. What was merged is one subject already; what a
 * person told apart is never proposed again. Nothing is changed.
 */
export async function unitClusters(session: RegisterSession, today: string, { withDoubtful, limit }: ClusterOptions): Promise<UnitClusters> {
  const subjects = await loadSubjects(session, today)
  const found = findClusters(session, subjects, withDoubtful)
  const clusters: UnitCluster[] = []
  for (const cluster of found.slice(0, limit)) clusters.push(await describe(session, subjects, cluster))
  return { clusters, total: found.length, merged: await mergedNames(session, subjects), apart: subjects.links.apart.size }
}

function findClusters(session: RegisterSession, { all, links }: UnitSubjects, withDoubtful: boolean): NameCluster[] {
  // A unit is looked for under each of its names; the names of one subject are no group.
  const owners = all.flatMap((subject, index) => subject.names.map((name) => ({ index, name, code: subject.code })))
  const isToldApart = (one: number, other: number): boolean => {
    const [a, b] = [owners[one]?.index ?? -1, owners[other]?.index ?? -1]
    return a === b || areApart(all[a], all[b], links.apart)
  }
  return clusterNames(owners, unitRegions(session.places), isToldApart, withDoubtful).flatMap((cluster) => {
    const members = [...new Set(cluster.members.map((member) => owners[member]?.index ?? -1))]
    return members.length < 2 ? [] : [{ ...cluster, members }]
  })
}

function areApart(one: UnitSubject | undefined, other: UnitSubject | undefined, apart: ReadonlySet<string>): boolean {
  if (!one || !other || apart.size === 0) return false
  return one.names.some((name) => other.names.some((second) => apart.has(pairKey(normaliseName(name), normaliseName(second)))))
}

async function describe(session: RegisterSession, { all }: UnitSubjects, { members, percent, reasons, doubts }: NameCluster): Promise<UnitCluster> {
  const subjects = members.flatMap((member) => all[member] ?? []).toSorted(byWeight)
  const described: ClusterMember[] = []
  for (const subject of subjects) described.push(await memberOf(session, subject))
  return { key: described.map(({ ref }) => ref).join('|'), percent, reasons, doubts, members: described }
}

/** The one to keep stands first: a unit of the directory, else the name with most records. */
function byWeight(a: UnitSubject, b: UnitSubject): number {
  return Number(b.id !== null) - Number(a.id !== null) || totalOf(b) - totalOf(a)
}

export async function memberOf(session: RegisterSession, { id, code, name, names, counts }: UnitSubject): Promise<ClusterMember> {
  const fields = id === null ? {} : await fieldsOf(session, id)
  return { ref: id === null ? name : (code ?? name), id, code, name, otherNames: names.slice(1), fields, counts, sources: await memberSources(session, id, names) }
}

async function fieldsOf(session: RegisterSession, id: number): Promise<Record<string, string>> {
  const [record] = await session.store.records.byIds('unit', [id])
  if (!record) return {}
  const names = formOf('unit').flatMap(({ fields }) => fields.map(({ name }) => name))
  return Object.fromEntries(names.map((name) => [name, typedText('unit', name, record.values, session.places.words)]))
}

function totalOf({ counts }: UnitSubject): number {
  return counts.standards + counts.patents + counts.trademarks + counts.pct + counts.honours + counts.pilots
}

/** Names that a person joined to others, and units merged into others. */
async function mergedNames({ source }: RegisterSession, { links }: UnitSubjects): Promise<number> {
  let merged = links.meant.size
  await source.scan('unit', ['aliases', 'mergedInto'], (page) => {
    for (const [, aliases, mergedInto] of page) merged += (typeof aliases === 'string' ? (JSON.parse(aliases) as unknown[]).length : 0) + (mergedInto === null ? 0 : 1)
  })
  return merged
}

/** Names of records that no unit carries, with most records first. */
export async function unresolvedNames(session: RegisterSession, today: string, limit: number): Promise<{ total: number; names: UnresolvedName[] }> {
  const { all } = await loadSubjects(session, today)
  const names = all.flatMap((subject): UnresolvedName[] => (subject.id === null && totalOf(subject) > 0 ? [{ name: subject.name, otherNames: subject.names.slice(1), code: subject.code, counts: subject.counts, total: totalOf(subject) }] : []))
  return { total: names.length, names: names.toSorted((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1)).slice(0, limit) }
}
