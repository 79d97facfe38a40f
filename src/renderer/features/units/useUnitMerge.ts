import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { MergeChoice, UnitChange } from '../../../shared/bridge/units'
import { t } from '../../../shared/text/t'
import { BridgeFailure, callBridge, useBridgeEvent } from '../../bridge/bridgeClient'
import { failureText } from '../../bridge/failureText'
import { useAnnounce } from '../../components/feedback/announcement'

const groupsAtMost = 300

/** The groups that wait, and what a clerk can do to them; what was done is said with the way back. */
export function useUnitMerge() {
  const announce = useAnnounce()
  const queries = useQueryClient()
  const groups = useQuery({ queryKey: ['units.clusters'], queryFn: () => callBridge('units.clusters', { withDoubtful: true, limit: groupsAtMost }), placeholderData: keepPreviousData })
  useBridgeEvent('register.changed', () => void queries.invalidateQueries({ queryKey: ['units.clusters'] }))

  const failed = (error: unknown): void => announce({ text: error instanceof BridgeFailure ? failureText(error) : t('error.unexpected'), isFailure: true })
  const undo = (sequence: number): void => {
    callBridge('units.undo', { sequence }).then(() => { void queries.invalidateQueries(); announce({ text: t('units.undone') }) }, failed)
  }
  const said = (text: string, sequences: readonly number[]): void => {
    void queries.invalidateQueries()
    const [only, ...others] = sequences
    announce({ text, ...(only === undefined || others.length > 0 ? {} : { undo: () => undo(only) }) })
  }
  const one = ({ what, unit, names, sequence }: UnitChange): void => {
    const key = what === 'merged' ? 'units.saidMerged' : what === 'split' ? 'units.saidSplit' : 'units.saidApart'
    said(t(key, { unit, names: names.join('、') }), sequence === null ? [] : [sequence])
  }
  const merging = useMutation({ mutationFn: (choice: MergeChoice) => callBridge('units.merge', choice), onSuccess: one, onError: failed })
  const mergingAll = useMutation({
    mutationFn: (choices: MergeChoice[]) => callBridge('units.mergeAll', { choices }), onError: failed,
    onSuccess: ({ changes }) => said(t('units.saidMergedAll', { count: changes.length }), []),
  })
  const apart = useMutation({ mutationFn: (refs: string[]) => callBridge('units.apart', { refs }), onSuccess: one, onError: failed })
  return { groups, merge: merging.mutate, mergeAll: mergingAll.mutate, apart: apart.mutate, isBusy: merging.isPending || mergingAll.isPending || apart.isPending }
}
