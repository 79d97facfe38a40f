import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Failure } from '../../../shared/domain/result'
import { changeText } from '../../bridge/changeText'
import { useUndo } from '../../bridge/useUndo'
import { useAnnounce } from '../../components/feedback/announcement'

/** Makes a unit of the directory for a name, and says so with the way back. */
export function useNewUnit() {
  const announce = useAnnounce()
  const queries = useQueryClient()
  const { undo } = useUndo(announce)
  const [isBusy, setBusy] = useState(false)

  /** @returns why it could not be made; null when it is there */
  async function make(fields: { uscc: string; name: string; district?: string }): Promise<Failure | null> {
    setBusy(true)
    const made = await window.bridge.call('records.create', { kind: 'units', fields })
    setBusy(false)
    if (!made.ok) return made
    void queries.invalidateQueries()
    announce({ text: changeText(made.value), undo })
    return null
  }

  return { make, isBusy }
}
