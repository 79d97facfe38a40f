import type { UnitWords } from '../../../shared/bridge/units'
import type { Result } from '../../../shared/domain/result'
import { readingIn } from '../records/fieldReaders'
import type { RecordChange, RecordServices } from '../records/recordServices'
import { undoChange } from '../records/edit/undoChange'
import { createUndoStack, type UndoStack } from '../records/edit/undoStack'
import { operatorOf } from '../opened/operatorOf'
import type { RegisterSession } from '../opened/session'
import type { HandlerContext } from './handlerContext'

type Work<T> = (services: RecordServices, session: RegisterSession) => Promise<Result<T>>

/** The work of the person at this program on the open register: whatever page a change comes from, one stack takes it back. */
export interface PersonsWork {
  /** Runs something that changes nothing, or that is not taken back with Ctrl+Z. */
  read<T>(work: Work<T>): Promise<Result<T>>
  /** Runs a change and remembers it for undo; `units` is what it did to units. */
  change<T extends { sequence: number | null }>(work: Work<T>, units?: (done: T) => UnitWords): Promise<Result<T>>
  undo(): Promise<Result<RecordChange>>
  redo(): Promise<Result<RecordChange>>
}

export function createPersonsWork({ register, today }: HandlerContext): PersonsWork {
  const stacks = new WeakMap<RegisterSession, UndoStack>()
  let last: Promise<unknown> = Promise.resolve()

  /**
   * One change after the other: Ctrl+Z pressed twice, or right after a key that changes something, means what came
   * before it, and an undo is planned on what the one before it has left.
   */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }

  async function withStack<T>(work: (services: RecordServices, session: RegisterSession, stack: UndoStack) => Promise<Result<T>>): Promise<Result<T>> {
    const opened = register.session()
    if (!opened.ok) return opened
    const session = opened.value
    const stack = stacks.get(session) ?? createUndoStack()
    stacks.set(session, stack)
    const { store, history, notes, places } = session
    const operator = await operatorOf(store.info)
    return work({ store, history, notes, operator, now: Date.now, reading: readingIn(places, today()), apply: (changes) => register.apply(changes) }, session, stack)
  }

  return {
    read: (work) => withStack((services, session) => work(services, session)),
    change: (work, units) => inTurn(() => withStack(async (services, session, stack) => {
      const result = await work(services, session)
      if (result.ok) stack.did({ sequence: result.value.sequence, ...(units ? { units: units(result.value) } : {}) })
      return result
    })),
    undo: () => inTurn(() => withStack((services, _session, stack) => stack.undo((sequence) => undoChange(services, sequence)))),
    redo: () => inTurn(() => withStack((services, _session, stack) => stack.redo((sequence) => undoChange(services, sequence)))),
  }
}
