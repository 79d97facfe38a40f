import { fail, Refusal, succeed, type Result } from '../../../../shared/domain/result'
import type { Applied, ChangeSet, GrowingChange } from '../../../store/changeSet'
import type { ImportServices } from '../importOptions'
import { copyOriginal } from '../originalFile'
import { planRedo, type RedoAnswer, type RedoOptions, type RedoPlan } from './planRedo'

/**
 * Plans a redo from the kept original beside the register.
 *
 * @returns unknown_batch, batch_not_undone, and what {@link planRedo} and {@link copyOriginal} refuse
 */
export async function planRedoOf(registerPath: string, batch: number, options: RedoOptions, services: ImportServices): Promise<Result<RedoPlan>> {
  const known = await services.store.batches.get(batch)
  if (!known) return fail('unknown_batch', undefined, { value: batch })
  if (known.state === 'active') return fail('batch_not_undone', undefined, { batch })
  const original = await copyOriginal(registerPath, known)
  if (!original.ok) return original
  try {
    return await planRedo(original.value.path, known, options, services)
  } finally {
    original.value.dispose()
  }
}

/** Lets an undone batch count again: undo and redo leave the register as it was, whatever came between. */
export async function redoBatch(registerPath: string, batch: number, options: RedoOptions, services: ImportServices): Promise<Result<RedoAnswer>> {
  const plan = await planRedoOf(registerPath, batch, options, services)
  if (!plan.ok) return plan
  const applied = await writeRedo(plan.value, { apply: (changes) => services.store.apply(changes), ...(services.grow ? { grow: services.grow } : {}) })
  return applied.ok ? succeed(plan.value.answer) : applied
}

export interface RedoWriter {
  apply(changes: ChangeSet): Promise<Result<Applied>>
  /** Without it all is written at once. */
  grow?(): GrowingChange
  /** Records that were handed over, of those that come in portions. */
  onSent?(done: number, total: number): void
}

/** Writes what was planned, in one transaction: what comes back portion by portion, then the rest. */
export async function writeRedo({ changes, packed }: Pick<RedoPlan, 'changes' | 'packed'>, writer: RedoWriter): Promise<Result<Applied>> {
  const { count } = packed
  if (count === 0) return writer.apply(changes)
  if (writer.grow === undefined) return writer.apply(withPacked(changes, packed))
  try {
    const change = writer.grow()
    let sent = 0
    for (const portion of packed.portions()) {
      const room = await change.add(portion)
      if (!room.ok) return room
      sent += portion.ids.length
      writer.onSent?.(sent, count)
    }
    return await change.finish(changes)
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.failure
    throw thrown
  }
}

function withPacked(changes: ChangeSet, packed: RedoPlan['packed']): ChangeSet {
  const whole: ChangeSet = { ...changes, restores: [...(changes.restores ?? [])], evidence: [...changes.evidence] }
  for (const { kind, id, values, evidence } of packed.records()) {
    whole.restores?.push({ kind, id, values })
    for (const row of evidence) whole.evidence.push({ kind, id, ...row })
  }
  return whole
}
