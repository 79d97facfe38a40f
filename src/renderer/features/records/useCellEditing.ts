import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import type { RecordDetail } from '../../../shared/bridge/records'
import { t } from '../../../shared/text/t'
import { named } from '../../../shared/text/named'
import { callBridge } from '../../bridge/bridgeClient'
import { useAnnounce, useTakeBack, type Announcement } from '../../components/feedback/announcement'
import type { CellEditing } from '../../components/grid/cellEditing'
import { fieldFailureText } from '../../bridge/fieldFailureText'
import { typedField } from './gridColumns'
import { fieldTitle, type RecordView } from './recordViews'
import type { RecordChanges } from './useRecordChanges'

/** Typing into the cells of a kind's grid: the same fields, checks and undo as in the panel. */
export function useCellEditing(view: RecordView, changes: RecordChanges): CellEditing {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const takeBack = useTakeBack()
  const refusal = useRef<Announcement | null>(null)
  return useMemo(() => {
    const detailOf = (id: number): Promise<RecordDetail> =>
      queries.fetchQuery({ queryKey: ['records.get', view.kind, id], queryFn: () => callBridge('records.get', { kind: view.kind, id }) })
    const textOf = async (id: number, column: string): Promise<string> => {
      const name = typedField(view, column)?.name
      return (await detailOf(id)).fields.find((field) => field.name === name)?.text ?? ''
    }
    return {
      canEdit: (column) => typedField(view, column) !== null,
      textOf: ({ id }, column) => textOf(id, column),
      async store({ id }, column, text) {
        const field = typedField(view, column)
        if (field === null) return true
        const failure = await changes.edit(id, field.name, text, await textOf(id, column))
        if (failure !== null) {
          refusal.current = { text: `${named(field.label)}${t('punctuation.colon')}${fieldFailureText(failure)}`, isFailure: true }
          announce(refusal.current)
        }
        return failure === null
      },
      onGivenUp() {
        if (refusal.current !== null) takeBack(refusal.current)
      },
      onRefused: (column) => announce({ text: t('records.notTyped', { field: fieldTitle(view, column) }), isFailure: true }),
    }
  }, [announce, changes, queries, takeBack, view])
}
