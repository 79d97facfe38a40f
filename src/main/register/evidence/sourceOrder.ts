import type { StoredBatch, StoredSource } from '../../store/registerStore'

/**
 * Where each source stands among all. A file that is imported again keeps the place of its first import that is still
 * active, so that importing an older file twice never turns a later file's word back.
 */
export function orderSources(sources: Iterable<StoredSource>, batches: readonly StoredBatch[]): (source: StoredSource) => number {
  const shaOf = new Map(batches.map((batch) => [batch.id, batch.sha256]))
  const active = new Set(batches.filter((batch) => batch.state === 'active').map((batch) => batch.id))
  const first = new Map<string, number>()
  const keyOf = (source: StoredSource): string => `${shaOf.get(source.batch) ?? ''}|${source.position}`
  for (const source of sources) {
    if (!active.has(source.batch)) continue
    const key = keyOf(source)
    const known = first.get(key)
    if (known === undefined || source.id < known) first.set(key, source.id)
  }
  return (source) => first.get(keyOf(source)) ?? source.id
}
