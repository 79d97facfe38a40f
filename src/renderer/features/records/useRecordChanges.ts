import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { ListKind } from '../../../shared/bridge/lists'
import type { BlockRequest, BlockRows } from '../../../shared/bridge/blocks'
import type { RecordChange } from '../../../shared/bridge/records'
import type { Failure, Result } from '../../../shared/domain/result'
import { isNotHeld } from '../../bridge/heldQueries'
import { useAnnounce } from '../../components/feedback/announcement'
import { changeText } from '../../bridge/changeText'
import { fieldFailureText } from '../../bridge/fieldFailureText'
import { useUndo } from '../../bridge/useUndo'

/** Everything a clerk can do to records; what was done is said with the way back, a failure is given back to be shown. */
export interface RecordChanges {
  edit(id: number, field: string, text: string, before: string): Promise<Failure | null>
  withdraw(id: number, field: string): Promise<Failure | null>
  create(fields: Record<string, string>): Promise<Result<RecordChange>>
  remove(id: number): Promise<Failure | null>
  restore(kind: ListKind, id: number): Promise<Failure | null>
  /** Stores a previewed block; a failure is also said, unless the register has only moved on. */
  applyBlock(edit: BlockRequest & { sequence: number }): Promise<Failure | null>
  noteRows(rows: BlockRows, text: string): Promise<Failure | null>
  removeRows(rows: BlockRows): Promise<Failure | null>
  /** Another name for a tag on every record of every list, or none. */
  retag(tag: string, to: string | null): Promise<Failure | null>
  note(id: number, text: string, followUpOn: string): Promise<Failure | null>
  /** Says what a change did that was made elsewhere, and shows the records anew. */
  say(result: Result<RecordChange>): void
  undo(): void
  redo(): void
}

/** @param onListed  the list has other records now: one was made, deleted or brought back by the clerk herself */
export function useRecordChanges(kind: ListKind, onListed: () => void): RecordChanges {
  const announce = useAnnounce()
  const queries = useQueryClient()
  const latest = useRef(onListed)
  useEffect(() => { latest.current = onListed })
  const onMoved = useCallback((change: RecordChange) => { if (change.comesOrGoes === true) latest.current() }, [])
  const { undo, redo } = useUndo(announce, onMoved)
  return useMemo(() => {
    /** Failures that no field shows are said in the status bar. */
    function said(result: Result<RecordChange>, isSaidBelow: boolean): Result<RecordChange> {
      if (result.ok) {
        void queries.invalidateQueries({ predicate: isNotHeld })
        if (otherRecords.has(result.value.what)) latest.current()
        if (result.value.sequence !== null) announce({ text: changeText(result.value), undo })
      } else if (isSaidBelow) announce({ text: fieldFailureText(result), isFailure: true })
      return result
    }

    const failureOf = (result: Result<RecordChange>): Failure | null => (result.ok ? null : result)
    return {
      edit: async (id, field, text, before) => failureOf(said(await window.bridge.call('records.edit', { kind, id, field, text, before }), false)),
      withdraw: async (id, field) => failureOf(said(await window.bridge.call('records.withdraw', { kind, id, field }), true)),
      create: async (fields) => said(await window.bridge.call('records.create', { kind, fields }), false),
      remove: async (id) => failureOf(said(await window.bridge.call('records.delete', { kind, id }), true)),
      restore: async (ofKind, id) => failureOf(said(await window.bridge.call('records.restore', { kind: ofKind, id }), true)),
      applyBlock: async (edit) => {
        const result = await window.bridge.call('records.applyBlock', edit)
        return failureOf(said(result, result.ok || result.code !== 'register_changed'))
      },
      noteRows: async (rows, text) => failureOf(said(await window.bridge.call('records.noteRows', { ...rows, text }), true)),
      removeRows: async (rows) => failureOf(said(await window.bridge.call('records.deleteRows', rows), true)),
      retag: async (tag, to) => failureOf(said(await window.bridge.call('tags.retag', { tag, to }), false)),
      note: async (id, text, followUpOn) => failureOf(said(await window.bridge.call('records.note', { kind, id, text, followUpOn }), false)),
      say: (result) => { said(result, true) },
      undo,
      redo,
    }
  }, [announce, kind, queries, undo, redo])
}

/** What makes the list another one; an edited record stays in its place until the clerk refreshes. */
const otherRecords: ReadonlySet<RecordChange['what']> = new Set(['created', 'deleted', 'restored'])
