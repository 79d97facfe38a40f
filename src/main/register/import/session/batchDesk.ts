import type { ImportBatch, UndoPreview } from '../../../../shared/bridge/imports'
import { isImportKind } from '../../../../shared/domain/catalogue/headings'
import { recordKinds, type RecordKind } from '../../../../shared/domain/catalogue/fields'
import { listNameOf } from '../../../../shared/domain/catalogue/listFields'
import { fail, succeed, type Result } from '../../../../shared/domain/result'
import type { ChangeSet } from '../../../store/changeSet'
import type { RegisterStore, StoredBatch } from '../../../store/registerStore'
import type { PlaceWords } from '../../../../shared/domain/catalogue/exportedValues'
import type { RegisterSession } from '../../opened/session'
import type { OpenedRegister } from '../../opened/openedRegister'
import type { WriteOptions } from '../../writer/registerWriter'
import { nameOf } from '../../records/shown/recordTitle'
import { planUndo, undoBatch, type UndoAnswer } from '../../evidence/undoBatch'
import { mapFileSchema } from '../mapFile'
import { copyOriginal } from '../originalFile'
import type { ImportJob } from './importJob'

/** So many keys of each sort are shown before an undo; the counts are always whole. */
export const shownKeys = 200

export async function listBatches(store: RegisterStore): Promise<ImportBatch[]> {
  return (await store.batches.list()).map(({ id, fileName, kind, at, operator, state, undoneAt, summary }) => ({
    batch: id, file: fileName, kind, at, operator, state, undoneAt,
    rows: (summary['rows'] as ImportBatch['rows']) ?? null, records: (summary['records'] as ImportBatch['records']) ?? null, // written by buildChangeSet
    corrects: typeof summary['corrects'] === 'number' ? summary['corrects'] : null,
  }))
}

type Shown = Pick<RegisterSession, 'store' | 'places'>

/** What an undo would do: what goes, what falls back to another source, what stays. */
export async function previewUndo({ store, places: { words } }: Shown, batch: number, by: { at: number; operator: string }): Promise<Result<UndoPreview>> {
  const plan = await planUndo(store, batch, by)
  if (!plan.ok) return plan
  const { changes, answer } = plan.value
  return succeed({
    batch, removed: answer.records.removed, reverted: answer.records.reverted, kept: answer.records.kept,
    removedKeys: await withTitles({ store, words }, await keysOfRemoved(store, changes)),
    revertedKeys: await withTitles({ store, words }, answer.kept.filter(({ why }) => why === 'reverted').slice(0, shownKeys).map(({ kind, key }) => ({ kind, key }))),
    keptKeys: await withTitles({ store, words }, answer.kept.filter(({ why }) => why !== 'reverted').slice(0, shownKeys)),
  })
}

/** Answers name kinds as the command line does, change sets as the store. */
function isOf(recordKind: RecordKind, { kind }: { kind: string }): boolean {
  return kind === recordKind || kind === listNameOf[recordKind]
}

/** A code alone tells a person nothing: each key with what its record is called. */
export async function withTitles<K extends { kind: string; key: string }>({ store, words }: { store: RegisterStore; words: PlaceWords }, keys: readonly K[]): Promise<(K & { title: string })[]> {
  // Two kinds may use the same key.
  const titles = new Map<K, string>()
  for (const kind of recordKinds) {
    const wanted = keys.filter((known) => isOf(kind, known))
    if (wanted.length === 0) continue
    const records = await store.records.byKeys(kind, wanted.map(({ key }) => key))
    for (const known of wanted) {
      const record = records.get(known.key)
      if (record) titles.set(known, nameOf(kind, record.values, words))
    }
  }
  return keys.map((known) => ({ ...known, title: titles.get(known) ?? '' }))
}

async function keysOfRemoved(store: RegisterStore, { removes = [], deletes }: ChangeSet): Promise<{ kind: string; key: string }[]> {
  const ids = new Map<RecordKind, number[]>(removes.map(({ kind, ids: removed }) => [kind, removed.slice(0, shownKeys)]))
  for (const [kind, ofKind] of Map.groupBy(deletes, ({ kind }) => kind)) ids.set(kind, [...(ids.get(kind) ?? []), ...ofKind.slice(0, shownKeys).map(({ id }) => id)].slice(0, shownKeys))
  const keys: { kind: string; key: string }[] = []
  for (const [kind, wanted] of ids) for (const key of (await store.records.keysOf(kind, wanted)).values()) keys.push({ kind, key })
  return keys.slice(0, shownKeys)
}

/** Undoes through the register's writer. @returns job_cancelled when the watch says so; the batch then stays */
export async function undoThrough(register: OpenedRegister, batch: number, by: { at: number; operator: string }, watch: WriteOptions): Promise<Result<UndoAnswer>> {
  const session = register.session()
  if (!session.ok) return session
  const known = await session.value.store.batches.get(batch)
  if (!known) return fail('unknown_batch', undefined, { value: batch })
  return undoBatch({ ...session.value.store, apply: (changes) => register.apply(changes, watch) }, batch, by)
}

export interface OriginalFile { path: string; prepare(job: ImportJob): void }

/** A copy of a batch's original file under its own name, with what the clerk had said about it. */
export async function takeOriginal(registerPath: string, batch: StoredBatch): Promise<Result<OriginalFile>> {
  const copy = await copyOriginal(registerPath, batch)
  if (!copy.ok) return copy
  return succeed({
    path: copy.value.path,
    prepare(job) {
      job.originalOf = batch.id
      job.dispose = copy.value.dispose
      rememberOptions(job, batch.options)
    },
  })
}

function rememberOptions({ settings, answers, kept }: ImportJob, options: StoredBatch['options']): void {
  const { as, district, statusDate, map } = options
  if (typeof as === 'string' && isImportKind(as)) settings.kind = as
  if (typeof district === 'string') settings.district = district
  if (typeof statusDate === 'string') settings.statusDate = statusDate
  const known = mapFileSchema.safeParse(map)
  if (known.success) settings.rememberedMap = known.data
  if (Array.isArray(options['keep'])) for (const key of options['keep']) kept.set(String(key), { sheet: -1, row: null, label: '', from: '', to: '' })
  const given = options['answers']
  if (typeof given !== 'object' || given === null) return
  for (const [question, answer] of Object.entries(given)) if (answer === null || typeof answer === 'string') answers.set(question, answer)
}
