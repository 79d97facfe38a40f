import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { callBridge, useBridgeEvent } from '../bridge/bridgeClient'
import { isNotHeld } from '../bridge/heldQueries'
import { useRegisterStatus } from '../bridge/useRegisterStatus'

const unfinishedKey = ['shell.unfinished']

/** What the frame shows of the open register; everything asked of it is asked again when it changed. */
export function useRegisterState() {
  const queries = useQueryClient()
  const status = useRegisterStatus()
  const file = status.data?.file ?? null
  const settings = useQuery({ queryKey: ['settings.get'], queryFn: () => callBridge('settings.get', {}), enabled: file !== null })
  const backup = useQuery({ queryKey: ['backup.status'], queryFn: () => callBridge('backup.status', {}), enabled: file !== null })
  const condition = useQuery({ queryKey: ['condition.status'], queryFn: () => callBridge('condition.status', {}), enabled: file !== null })
  /** How often the register process died: its result handles died with it. */
  const [restarts, setRestarts] = useState(0)
  const [hasRestarted, setHasRestarted] = useState(false)
  useBridgeEvent('register.changed', () => void queries.invalidateQueries({ predicate: isNotHeld }))
  useBridgeEvent('backup.changed', () => {
    void queries.invalidateQueries({ queryKey: ['backup.status'] })
    void queries.invalidateQueries({ queryKey: ['backup.list'] })
  })
  useBridgeEvent('condition.changed', () => void queries.invalidateQueries({ queryKey: ['condition.status'] }))
  useBridgeEvent('day.began', () => void queries.invalidateQueries())
  const [hasReturned, setHasReturned] = useState(false)
  const unfinished = useQuery({ queryKey: unfinishedKey, queryFn: () => callBridge('shell.unfinished', {}) })
  const dismissUnfinished = async (by: 'shell.dismissUnfinished' | 'shell.openUnfinished' = 'shell.dismissUnfinished'): Promise<void> => {
    await callBridge(by, {})
    await queries.invalidateQueries({ queryKey: unfinishedKey })
  }
  useBridgeEvent('window.returned', () => setHasReturned(true))
  useBridgeEvent('register.restarted', () => {
    setRestarts((count) => count + 1)
    setHasRestarted(true)
    void queries.invalidateQueries()
  })
  return { isPending: status.isPending, file, unopened: status.data?.unopened ?? null, isReadOnlyPlace: status.data?.isReadOnlyPlace ?? false, officeName: settings.data?.officeName ?? '', backup: file === null ? null : (backup.data ?? null), condition: file === null ? null : (condition.data ?? null), restarts, hasRestarted, dismissRestart: () => setHasRestarted(false), hasReturned, dismissReturn: () => setHasReturned(false), unfinished: unfinished.data?.work ?? [], dismissUnfinished: () => void dismissUnfinished(), openUnfinished: () => void dismissUnfinished('shell.openUnfinished') }
}
