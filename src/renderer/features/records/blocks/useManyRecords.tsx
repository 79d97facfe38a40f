import { useState, type ReactNode } from 'react'
import { t } from '../../../../shared/text/t'
import { locale } from '../../../../shared/text/language'
import { useAnnounce } from '../../../components/feedback/announcement'
import { useConfirm } from '../../../components/feedback/useConfirm'
import type { SelectedRange } from '../../../components/grid/range/rangeActions'
import type { RecordView } from '../recordViews'
import type { RecordChanges } from '../useRecordChanges'
import type { RecordList } from '../useRecordList'
import { BatchForm, type BatchChange } from './BatchForm'
import type { BlockWish } from './useBlocks'

interface Ways {
  view: RecordView
  list: RecordList
  changes: RecordChanges
  run(wish: BlockWish): Promise<void>
  onClosed(): void
  /** The records are gone, the one of the panel among them; it takes the keyboard. */
  onRemoved(): void
}

interface Rows { from: number; to: number }

export interface ManyRecords {
  /** Opens the form of a batch change: of the rows of a range, or of the whole list. */
  edit(range: SelectedRange | null): void
  /** Opens the same form with tags to come or go. */
  tag(range: SelectedRange): void
  remove(range: SelectedRange): void
  note(range: SelectedRange): void
  dialog: ReactNode
}

/** What is done with many records at once: a field set, 待核实, deleted; each one change. */
export function useManyRecords({ view, list, changes, run, onClosed, onRemoved }: Ways): ManyRecords {
  const announce = useAnnounce()
  const { ask, holder } = useConfirm()
  const [edited, setEdited] = useState<(Rows & { isAll: boolean; isTags?: true }) | null>(null)
  const counted = ({ from, to }: Rows): { count: string; unit: string } => ({ count: (to - from).toLocaleString(locale()), unit: view.unit })
  const rowsOf = ({ from, to }: Rows) => {
    const handle = list.opened()?.handle
    return handle === undefined ? null : { kind: view.kind, handle, from, to }
  }

  function edit(range: SelectedRange | null): void {
    const count = list.counts?.count ?? 0
    if (range === null && count === 0) announce({ text: t('block.nothingListed') })
    else setEdited(range === null ? { from: 0, to: count, isAll: true } : { from: range.from, to: range.to, isAll: false })
  }
  async function remove(range: SelectedRange): Promise<void> {
    const rows = rowsOf(range)
    if (rows === null) return
    const words = counted(range)
    const [first] = await list.source.page(rows.handle, range.from, range.from + 1)
    const [headline] = view.headline
    const isSure = range.to - range.from === 1 || await ask({ title: t('records.deleteTitle', words), text: t('records.deleteText', { ...words, first: String(first?.cells[headline] ?? '') }), ok: t('records.deleteOk'), cancel: t('block.cancel') })
    if (isSure && await changes.removeRows(rows) === null) onRemoved()
    else onClosed()
  }
  async function preview({ field, text, how }: BatchChange): Promise<void> {
    const rows = edited === null ? null : rowsOf(edited)
    setEdited(null)
    if (rows === null) return
    const edit = { ...rows, of: 'fields' as const, fields: [field], how, texts: [[text]] }
    if (how === 'set') await run({ title: t('block.batch'), edit, isSmall: () => false })
    else await run({ title: t(how === 'add' ? 'tags.add' : 'tags.remove'), edit, isSmall: () => false, summary: ({ records }) => t(how === 'add' ? 'tags.adding' : 'tags.removing', { count: records.toLocaleString(locale()), unit: view.unit, tag: text.replaceAll('；', '、') }) })
  }
  return {
    edit,
    tag: ({ from, to }) => setEdited({ from, to, isAll: false, isTags: true }),
    remove: (range) => void remove(range),
    note(range) {
      const rows = rowsOf(range)
      if (rows !== null) void changes.noteRows(rows, t('block.noteText'))
    },
    dialog: (
      <>
        {holder}
        {edited === null ? null : <BatchForm view={view} subject={t(edited.isAll ? 'block.forAll' : 'block.forSelected', counted(edited))} isTags={edited.isTags === true} onPreview={(change) => void preview(change)} onClose={() => { setEdited(null); onClosed() }} />}
      </>
    ),
  }
}
