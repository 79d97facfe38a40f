import { t } from '../../../shared/text/t'
import type { RecordKind } from '../../../shared/domain/catalogue/fields'
import type { RegisterSession } from '../opened/session'

const shownSources = 2

/** Where a unit or a name comes from, in words: the unit's own rows, else the first records that name it. */
export async function memberSources(session: RegisterSession, id: number | null, names: readonly string[]): Promise<string[]> {
  if (id !== null) return rowsOf(session, 'unit', [id])
  const ids = await session.store.names.ids(names)
  const [name] = ids.values()
  if (name === undefined) return []
  const { nameId, ids: standardIds, listStart, count } = await (await session.columns.current()).standards()
  const entry = nameId.indexOf(name)
  if (entry < 0) return []
  let row = 0
  while (row < count && (listStart[row + 1] ?? 0) <= entry) row++
  return rowsOf(session, 'standard', [standardIds[row] ?? 0])
}

async function rowsOf(session: RegisterSession, kind: RecordKind, ids: readonly number[]): Promise<string[]> {
  const { evidence: store, batches } = session.store
  const evidence = [...(await store.ofRecords(kind, ids)).values()].flat().slice(0, shownSources)
  const sources = await store.sources([...new Set(evidence.map(({ source }) => source))])
  const texts: string[] = []
  for (const { source: number, row } of evidence) {
    const batch = sources.get(number)?.batch
    const stored = batch === undefined ? null : await batches.get(batch)
    if (stored) texts.push(t('units.sourceRow', { file: stored.fileName.replace(/\.[a-z]+$/iu, ''), row }))
  }
  return texts
}
