import { useCallback, useState, type ReactNode } from 'react'
import type { RecordChanges } from '../useRecordChanges'
import { TagManager } from './TagManager'

/** The tags of all lists in a dialog. */
export function useTagManager(changes: Pick<RecordChanges, 'retag'>, onClosed: () => void): { open(): void; dialog: ReactNode } {
  const [isOpen, setOpen] = useState(false)
  const open = useCallback(() => setOpen(true), [])
  const close = (): void => {
    setOpen(false)
    onClosed()
  }
  return { open, dialog: isOpen ? <TagManager onRetag={changes.retag} onClose={close} /> : null }
}
