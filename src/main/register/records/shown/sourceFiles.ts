import type { RecordKind } from '../../../../shared/domain/catalogue/fields'
import type { RegisterStore } from '../../../store/registerStore'

/** Names of the imported files that state any of these records, oldest first; none where they were only typed in. */
export async function sourceFiles(store: Pick<RegisterStore, 'records' | 'evidence' | 'batches'>, kind: RecordKind, keys: readonly string[]): Promise<string[]> {
  const ids = [...(await store.records.byKeys(kind, keys)).values()].map(({ id }) => id)
  const evidence = await store.evidence.ofRecords(kind, ids)
  const used = new Set([...evidence.values()].flatMap((rows) => rows.map(({ source }) => source)))
  const sources = await store.evidence.sources([...used])
  const files = new Set<string>()
  for (const batch of new Set([...sources.values()].map((source) => source.batch).toSorted((a, b) => a - b))) {
    const kept = await store.batches.get(batch)
    if (kept?.state === 'active') files.add(kept.fileName)
  }
  return [...files]
}
