import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { MergeChoice, UnitChange } from '../../../shared/bridge/units'
import { callBridge, useBridgeEvent } from '../../bridge/bridgeClient'
import { unitsText } from '../../bridge/changeText'
import { failureText } from '../../bridge/failureText'
import { useUndo } from '../../bridge/useUndo'
import { useAnnounce } from '../../components/feedback/announcement'
import { useUndoKeys } from '../../components/records/useUndoKeys'

const groupsAtMost = 300

/** The groups that wait, and what a clerk can do to them; what was done is said with the way back. */
export function useUnitMerge() {
  const announce = useAnnounce()
  const queries = useQueryClient()
  const back = useUndo(announce)
  useUndoKeys(back)
  const groups = useQuery({ queryKey: ['units.clusters'], queryFn: () => callBridge('units.clusters', { withDoubtful: true, limit: groupsAtMost }), placeholderData: keepPreviousData })
  useBridgeEvent('register.changed', () => void queries.invalidateQueries({ queryKey: ['units.clusters'] }))

  const onError = (error: unknown): void => announce({ text: failureText(error), isFailure: true })
  const onSuccess = ({ sequence, ...words }: UnitChange): void => {
    void queries.invalidateQueries()
    announce({ text: unitsText(words), ...(sequence === null ? {} : { undo: back.undo }) })
  }
  const merging = useMutation({ mutationFn: (choice: MergeChoice) => callBridge('units.merge', choice), onSuccess, onError })
  const mergingAll = useMutation({ mutationFn: (choices: MergeChoice[]) => callBridge('units.mergeAll', { choices }), onSuccess, onError })
  const apart = useMutation({ mutationFn: (refs: string[]) => callBridge('units.apart', { refs }), onSuccess, onError })
  return { groups, merge: merging.mutate, mergeAll: mergingAll.mutate, apart: apart.mutate, isBusy: merging.isPending || mergingAll.isPending || apart.isPending }
}
