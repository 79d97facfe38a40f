import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { RecordChange } from '../../shared/bridge/records'
import { changeText } from './changeText'
import { fieldFailureText } from './fieldFailureText'
import { isNotHeld } from './heldQueries'

/** The way back and forth through the changes of this session, whatever page they were made on. */
export interface Undo {
  undo(): void
  redo(): void
}

/**
 * @param announce  says what was done, with the way back where there is one
 * @param onMoved  hears of every change that was undone or done again
 */
export function useUndo(announce: (said: { text: string; undo?: () => void; isFailure?: boolean }) => void, onMoved?: (change: RecordChange) => void): Undo {
  const queries = useQueryClient()
  return useMemo(() => {
    const undo = (): void => void move('records.undo')

    async function move(name: 'records.undo' | 'records.redo'): Promise<void> {
      const result = await window.bridge.call(name, {})
      if (!result.ok) return announce({ text: fieldFailureText(result), isFailure: true })
      void queries.invalidateQueries({ predicate: isNotHeld })
      onMoved?.(result.value)
      if (result.value.sequence !== null) announce({ text: changeText(result.value), ...(name === 'records.redo' ? { undo } : {}) })
    }

    return { undo, redo: () => void move('records.redo') }
  }, [announce, onMoved, queries])
}
