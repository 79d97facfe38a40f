import { fail, type Result } from '../../../shared/domain/result'
import type { RecordChange } from './recordServices'

/** Changes of one session in their order, for undo and redo. */
export interface UndoStack {
  /** Remembers what was done; what had been undone before can no longer be redone. */
  did(change: RecordChange): void
  /** Undoes the last change with the given way of undoing a change set; one that cannot be undone is dropped. */
  undo(undoChange: Undo): Promise<Result<RecordChange>>
  redo(undoChange: Undo): Promise<Result<RecordChange>>
}

type Undo = (sequence: number) => Promise<Result<RecordChange>>

export function createUndoStack(): UndoStack {
  const done: number[] = []
  const undone: number[] = []

  async function move(from: number[], to: number[], undoChange: Undo): Promise<Result<RecordChange>> {
    const sequence = from.pop()
    if (sequence === undefined) return fail('nothing_to_undo')
    const result = await undoChange(sequence)
    if (result.ok && result.value.sequence !== null) to.push(result.value.sequence)
    return result
  }

  return {
    did({ sequence }) {
      if (sequence === null) return
      done.push(sequence)
      undone.length = 0
    },
    undo: (undoChange) => move(done, undone, undoChange),
    redo: (undoChange) => move(undone, done, undoChange),
  }
}
