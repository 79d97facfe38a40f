import type { RecordKind, Values } from '../../../shared/domain/catalogue/fields'
import type { FrozenReport } from '../../store/frozenStore'
import type { HistoryStore } from '../../store/historyStore'
import { titleOf } from '../records/shown/recordTitle'
import type { NumbersBehind } from './numbersBehind'
import { markOf, namesOf, type NamingStore, type RecordMark } from './recordNames'

export interface GoneSetting { store: NamingStore; history: Pick<HistoryStore, 'since'> }

/** What a record that is in the register no more was called; null for what nothing knows any more. */
export type GoneRecords = (kind: RecordKind, id: number) => Promise<{ key: string | null; title: string }>

/** Records behind a frozen form that are gone since; they are looked for once, when the first of them is met. */
export function goneRecordsOf(setting: GoneSetting, report: FrozenReport, numbers: readonly NumbersBehind[]): GoneRecords {
  let asked: ReturnType<typeof lookUp> | undefined
  return async (kind, id) => {
    asked ??= lookUp(setting, report, numbers)
    const { names, deleted } = await asked
    const mark = markOf(kind, id)
    return { key: names.get(mark) ?? null, title: titleOf(kind, deleted.get(mark) ?? {}) }
  }
}

async function lookUp({ store, history }: GoneSetting, report: FrozenReport, numbers: readonly NumbersBehind[]): Promise<{ names: Map<RecordMark, string>; deleted: Map<RecordMark, Values> }> {
  const gone: RecordMark[] = []
  for (const [kind, ofKind] of Map.groupBy(numbers, (number) => number.kind)) {
    const ids = [...new Set(ofKind.flatMap(({ rows }) => rows.flatMap((row) => [...row.ids])))]
    const there = await store.records.keysOf(kind, ids)
    for (const id of ids) if (!there.has(id)) gone.push(markOf(kind, id))
  }
  const { changed } = await history.since(report.sequence)
  const deleted = new Map(changed.flatMap(({ kind, id, change, old }) => (change === 'deleted' ? [[markOf(kind, id), old] as const] : [])))
  return { names: await namesOf(store, gone, (mark) => [deleted.get(mark) ?? {}]), deleted }
}
