import type { RegisterStore } from '../store/registerStore'

/** One batch as cli.md prints it; `at` is an instant in UTC, `rows` the counts of the import's answer. */
export interface BatchAnswer {
  batch: number
  file: string
  sha256: string
  kind: string
  at: string
  operator: string
  rows: unknown
  /** The batch whose returned file this one was taken from. */
  corrects?: number
  state: 'active' | 'undone'
}

/** Every batch, newest first. */
export async function batchAnswers(store: RegisterStore): Promise<BatchAnswer[]> {
  const batches = await store.batches.list()
  return batches.map(({ id, fileName, sha256, kind, at, operator, summary, state }) => ({
    batch: id, file: fileName, sha256, kind, at: new Date(at).toISOString(), operator, rows: summary['rows'] ?? null, state,
    ...(typeof summary['corrects'] === 'number' ? { corrects: summary['corrects'] } : {}),
  }))
}
