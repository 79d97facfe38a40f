import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { MergeChoice, UnitChange } from '../../../shared/bridge/units'
import { callBridge } from '../../bridge/bridgeClient'
import { unitsText } from '../../bridge/changeText'
import { failureText } from '../../bridge/failureText'
import { useUndo } from '../../bridge/useUndo'
import { useAnnounce } from '../../components/feedback/announcement'
import { useUndoKeys } from '../../components/records/useUndoKeys'

/** What a clerk can do to units and names on any page about them; what was done is said with the way back. */
export function useUnitChanges() {
  const announce = useAnnounce()
  const queries = useQueryClient()
  const back = useUndo(announce)
  useUndoKeys(back)
  const onError = (error: unknown): void => announce({ text: failureText(error), isFailure: true })
  const onSuccess = ({ sequence, ...words }: UnitChange): void => {
    void queries.invalidateQueries()
    announce({ text: unitsText(words), ...(sequence === null ? {} : { undo: back.undo }) })
  }
  const merging = useMutation({ mutationFn: (choice: MergeChoice) => callBridge('units.merge', choice), onSuccess, onError })
  const mergingAll = useMutation({ mutationFn: (choices: MergeChoice[]) => callBridge('units.mergeAll', { choices }), onSuccess, onError })
  const apart = useMutation({ mutationFn: (refs: string[]) => callBridge('units.apart', { refs }), onSuccess, onError })
  const splitting = useMutation({ mutationFn: (ref: string) => callBridge('units.split', { ref }), onSuccess, onError })
  const takingBack = useMutation({ mutationFn: (names: string[]) => callBridge('units.together', { names }), onSuccess, onError })
  return {
    merge: merging.mutate, mergeAll: mergingAll.mutate, apart: apart.mutate, split: splitting.mutate, together: takingBack.mutate,
    isBusy: merging.isPending || mergingAll.isPending || apart.isPending || splitting.isPending || takingBack.isPending,
  }
}
