import { fail, succeed, type Result } from '../../../../shared/domain/result'
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
  const applied = await services.store.apply(plan.value.changes)
  return applied.ok ? succeed(plan.value.answer) : applied
}
