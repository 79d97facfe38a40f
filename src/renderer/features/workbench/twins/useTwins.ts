import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RecordChange } from '../../../../shared/bridge/records'
import type { TwinGroup } from '../../../../shared/bridge/twins'
import type { ListKind } from '../../../../shared/domain/catalogue/listFields'
import type { TwinProblem } from '../../../../shared/domain/catalogue/problems'
import { callBridge } from '../../../bridge/bridgeClient'
import { changeText } from '../../../bridge/changeText'
import { failureText } from '../../../bridge/failureText'
import { useUndo } from '../../../bridge/useUndo'
import { useAnnounce } from '../../../components/feedback/announcement'
import { useUndoKeys } from '../../../components/records/useUndoKeys'

const groupsAtMost = 300

/**
 * The groups of records that may be one, without what has been dealt with since they were read: in a large register the
 * next answer takes a moment.
 */
export function useTwinGroups(problem: TwinProblem) {
  const answer = useQuery({ queryKey: ['twins.groups', problem], queryFn: () => callBridge('twins.groups', { problem, limit: groupsAtMost }), placeholderData: keepPreviousData })
  const [gone, setGone] = useState<{ at: number; ids: ReadonlySet<number> }>({ at: 0, ids: new Set() })
  const at = answer.dataUpdatedAt
  const isGone = (id: number): boolean => gone.at === at && gone.ids.has(id)
  const groups = (answer.data?.groups ?? []).map((group) => without(group, isGone)).filter(({ ids }) => ids.length > 1)
  return {
    answer, groups,
    /** Takes records out of sight that were deleted or told apart. */
    hide: (ids: readonly number[]): void => setGone((before) => ({ at, ids: new Set([...(before.at === at ? before.ids : []), ...ids]) })),
  }
}

function without(group: TwinGroup, isGone: (id: number) => boolean): TwinGroup {
  const ids = group.ids.filter((id) => !isGone(id))
  return ids.length === group.ids.length ? group : { ...group, ids, count: group.count - (group.ids.length - ids.length) }
}

export interface TakenValue {
  kind: ListKind
  /** Record that is kept, and what stands in its field. */
  id: number
  field: string
  before: string
  text: string
}

/** What a clerk does about records that may be one; each is one change, said with the way back. */
export function useTwinChanges() {
  const announce = useAnnounce()
  const queries = useQueryClient()
  const back = useUndo(announce)
  useUndoKeys(back)
  const onError = (error: unknown): void => announce({ text: failureText(error), isFailure: true })
  const onSuccess = (change: RecordChange): void => {
    void queries.invalidateQueries()
    if (change.sequence !== null) announce({ text: changeText(change), undo: back.undo })
  }
  const taking = useMutation({ mutationFn: ({ kind, id, field, before, text }: TakenValue) => callBridge('records.edit', { kind, id, field, before, text }), onSuccess, onError })
  const deleting = useMutation({ mutationFn: (record: { kind: ListKind; id: number }) => callBridge('records.delete', record), onSuccess, onError })
  const telling = useMutation({ mutationFn: (group: { kind: ListKind; ids: number[] }) => callBridge('twins.apart', group), onSuccess, onError })
  const takingBack = useMutation({ mutationFn: (told: { kind: ListKind; numbers: string[] }) => callBridge('twins.together', told), onSuccess, onError })
  return {
    take: taking.mutate, remove: deleting.mutate, apart: telling.mutate, together: takingBack.mutate,
    isBusy: taking.isPending || deleting.isPending || telling.isPending || takingBack.isPending,
  }
}
