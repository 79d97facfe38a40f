import type { TwinGroup } from '../../../shared/bridge/twins'
import { keyOf } from '../../../shared/domain/catalogue/fields'
import { listNameOf, type ListKind } from '../../../shared/domain/catalogue/listFields'
import type { TwinProblem } from '../../../shared/domain/catalogue/problems'
import type { WorkWatch } from '../inTurns'
import type { RegisterSession } from '../opened/session'
import { titleOf } from '../records/shown/recordTitle'
import { twinGroups, twinKind } from './twins'

/** More of one group nobody tells apart at once. */
const idsAtMost = 1_000

export interface TwinList {
  kind: ListKind
  /** Groups there are. */
  total: number
  groups: TwinGroup[]
}

/** The groups [from, to) of records that may be one, each with what its first record is called. @throws Refusal job_cancelled */
export async function twinList(session: Pick<RegisterSession, 'source' | 'rows' | 'store'>, problem: TwinProblem, from: number, to: number, watch: WorkWatch = {}): Promise<TwinList> {
  const kind = twinKind(problem)
  const all = await twinGroups(session, problem, watch)
  const shown = all.slice(from, to)
  const records = new Map((await session.store.records.byIds(kind, shown.map(([first = 0]) => first))).map((record) => [record.id, record]))
  const groups = shown.map((ids): TwinGroup => {
    const first = records.get(ids[0] ?? 0)
    return { ids: ids.slice(0, idsAtMost), count: ids.length, key: first ? keyOf(first) : '', title: first ? titleOf(kind, first.values) : '' }
  })
  return { kind: listNameOf[kind], total: all.length, groups }
}
