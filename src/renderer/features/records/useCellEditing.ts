import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import { t } from '../../../shared/text/t'
import { named } from '../../../shared/text/named'
import { useAnnounce, useTakeBack, type Announcement } from '../../components/feedback/announcement'
import type { CellEditing } from '../../components/grid/cellEditing'
import { fieldFailureText } from '../../bridge/fieldFailureText'
import { typedField } from './gridColumns'
import { fieldTitle, type RecordView } from './recordViews'
import { readAnew } from './recordQuery'
import type { RecordChanges } from './useRecordChanges'

/** Typing into the cells of a kind's grid: the same fields, checks and undo as in the panel. */
export function useCellEditing(view: RecordView, changes: RecordChanges): CellEditing {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const takeBack = useTakeBack()
  const refusal = useRef<Announcement | null>(null)
  // What is typed over a text that is still on its way is a change of that one.
  const underWay = useRef<Promise<unknown>>(Promise.resolve())
  return useMemo(() => {
    const textOf = async (id: number, column: string): Promise<string> => {
      const name = typedField(view, column)?.name
      return (await readAnew(queries, view.kind, id)).fields.find((field) => field.name === name)?.text ?? ''
    }
    const put = async (id: number, column: string, text: string): Promise<boolean> => {
      const field = typedField(view, column)
      if (field === null) return true
      const failure = await changes.edit(id, field.name, text, await textOf(id, column))
      if (failure !== null) {
        refusal.current = { text: `${named(field.label)}${t('punctuation.colon')}${fieldFailureText(failure)}`, isFailure: true }
        announce(refusal.current)
      }
      return failure === null
    }
    return {
      canEdit: (column) => typedField(view, column) !== null,
      textOf: ({ id }, column) => textOf(id, column),
      store({ id }, column, text) {
        const stored = underWay.current.then(() => put(id, column, text))
        underWay.current = stored.catch(() => false)
        return stored
      },
      onGivenUp() {
        if (refusal.current !== null) takeBack(refusal.current)
      },
      onRefused: (column) => announce({ text: t('records.notTyped', { field: fieldTitle(view, column) }), isFailure: true }),
    }
  }, [announce, changes, queries, takeBack, view])
}
