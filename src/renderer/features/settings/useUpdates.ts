import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Output } from '../../../shared/bridge/contract'
import type { UpdateState } from '../../../shared/bridge/operations/updateOperations'
import { callBridge } from '../../bridge/bridgeClient'

const key = ['update.state']

export type InstalledUpdate = Output<'update.install'>

/** The program's version, where newer ones lie, and what came of looking for one: nothing happens but by a click. */
export function useUpdates() {
  const queries = useQueryClient()
  const state = useQuery({ queryKey: key, queryFn: () => callBridge('update.state', {}) })
  const put = (next: UpdateState): void => void queries.setQueryData(key, next)
  const checking = useMutation({ mutationFn: () => callBridge('update.check', {}) })
  const installing = useMutation({
    mutationFn: (version: string) => callBridge('update.install', { version }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  })
  const placing = useMutation({
    mutationFn: (place: string | null) => callBridge('update.setPlace', { place }),
    onSuccess(next) {
      put(next)
      checking.reset()
      installing.reset()
    },
  })
  const goingBack = useMutation({ mutationFn: (version: string) => callBridge('update.goBack', { version }), onSuccess: put })
  return {
    state: state.data ?? null, checking, installing, placing, goingBack,
    error: placing.error ?? checking.error ?? installing.error ?? goingBack.error,
    restart: () => void callBridge('update.restart', {}),
  }
}
export type Updates = ReturnType<typeof useUpdates>
