import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ClusterMember, UnitCluster, UnitClusters } from '../../../shared/bridge/units'
import { formOf } from '../../../shared/domain/catalogue/recordForms'
import { succeed, type Result } from '../../../shared/domain/result'
import type { NameCluster } from '../../../shared/domain/units/clusterNames'
import { sameFrom } from '../../../shared/domain/units/compareNames'
import type { WorkWatch } from '../inTurns'
import { typedText } from '../records/edit/typedText'
import type { RegisterSession } from '../opened/session'
import { memberSources } from './memberSources'
import { surveyUnits, type SurveyOptions, type UnitSurvey } from './survey/unitSurvey'
import type { UnitSubject, UnitSubjects } from './unitSubjects'

/**
 * Groups of units and names that look like one unit, most certain first. Nothing is changed.
 *
 * @returns job_cancelled
 */
export async function unitClusters(session: RegisterSession, today: string, options: SurveyOptions, watch: WorkWatch = {}): Promise<Result<UnitClusters>> {
  const survey = await surveyUnits(session, today, options, watch)
  return survey.ok ? succeed(await describeGroups(session, survey.value, options)) : survey
}

/** The groups of a survey with everything that a person needs to decide. */
export async function describeGroups(session: RegisterSession, { subjects, groups, certain, total }: UnitSurvey, { withDoubtful, limit }: SurveyOptions): Promise<UnitClusters> {
  const clusters: UnitCluster[] = []
  for (const cluster of groups.filter(({ percent }) => withDoubtful || percent >= sameFrom).slice(0, limit)) {
    clusters.push(await describe(session, subjects, cluster))
    await nextTurn()
  }
  return { clusters, total: withDoubtful ? total : certain, merged: await mergedNames(session, subjects), apart: subjects.links.apart.size }
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

async function memberOf(session: RegisterSession, { id, code, name, names, counts }: UnitSubject): Promise<ClusterMember> {
  const fields = id === null ? {} : await fieldsOf(session, id)
  return { ref: id === null ? name : (code ?? name), id, code, name, otherNames: names.slice(1), fields, counts, sources: await memberSources(session, id, names) }
}

async function fieldsOf(session: RegisterSession, id: number): Promise<Record<string, string>> {
  const [record] = await session.store.records.byIds('unit', [id])
  if (!record) return {}
  const names = formOf('unit').flatMap(({ fields }) => fields.map(({ name }) => name))
  return Object.fromEntries(names.map((name) => [name, typedText('unit', name, record.values, session.places.words)]))
}

/** Records of all kinds that speak of a unit. */
export function totalOf({ counts }: UnitSubject): number {
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
