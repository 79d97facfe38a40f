import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { changeText } from './changeText'
import { fieldFailureText } from './fieldFailureText'

/** The way back and forth through the changes of this session, whatever page they were made on. */
export interface Undo {
  undo(): void
  redo(): void
}

/** @param announce  says what was done, with the way back where there is one */
export function useUndo(announce: (said: { text: string; undo?: () => void; isFailure?: boolean }) => void): Undo {
  const queries = useQueryClient()
  return useMemo(() => {
    const undo = (): void => void move('records.undo')

    async function move(name: 'records.undo' | 'records.redo'): Promise<void> {
      const result = await window.bridge.call(name, {})
      if (!result.ok) return announce({ text: fieldFailureText(result), isFailure: true })
      // What is counted beside a list holds as long as the list does.
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'lists.facets' })
      if (result.value.sequence !== null) announce({ text: changeText(result.value), ...(name === 'records.redo' ? { undo } : {}) })
    }

    return { undo, redo: () => void move('records.redo') }
  }, [announce, queries])
}
