import type { UnitWords } from '../../../../shared/bridge/units'
import { fail, succeed, type Result } from '../../../../shared/domain/result'
import type { RecordChange } from '../recordServices'

/** Changes of one session in their order, for undo and redo. */
export interface UndoStack {
  /** Remembers what was done; what had been undone before can no longer be redone. */
  did(change: { sequence: number | null; units?: UnitWords }): void
  /** Undoes the last change with the given way of undoing a change set; one that cannot be undone is dropped. */
  undo(undoChange: Undo): Promise<Result<RecordChange>>
  redo(undoChange: Undo): Promise<Result<RecordChange>>
}

type Undo = (sequence: number) => Promise<Result<RecordChange>>

/** A change with what it did to units, where that is more than a record's field: said again when it is taken back. */
interface Entry { sequence: number; units: UnitWords | undefined }

export function createUndoStack(): UndoStack {
  const done: Entry[] = []
  const undone: Entry[] = []

  async function move(from: Entry[], to: Entry[], undoChange: Undo): Promise<Result<RecordChange>> {
    const entry = from.pop()
    if (entry === undefined) return fail('nothing_to_undo')
    const { sequence, units } = entry
    const result = await undoChange(sequence)
    if (!result.ok) return result
    if (result.value.sequence !== null) to.push({ sequence: result.value.sequence, units })
    return succeed(units === undefined ? result.value : { ...result.value, units })
  }

  return {
    did({ sequence, units }) {
      if (sequence === null) return
      done.push({ sequence, units })
      undone.length = 0
    },
    undo: (undoChange) => move(done, undone, undoChange),
    redo: (undoChange) => move(undone, done, undoChange),
  }
}
