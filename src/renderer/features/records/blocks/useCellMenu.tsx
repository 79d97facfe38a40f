import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { t } from '../../../../shared/text/t'
import type { RangeActions } from '../../../components/grid/range/rangeActions'
import { PopupMenu } from '../../../components/menus/PopupMenu'
import type { RecordList } from '../useRecordList'
import { pasteHere } from './clipboard'
import { menuEntries, type MenuSubject, type MenuWays } from './menuEntries'

interface Ways extends Omit<MenuWays, 'paste'> {
  list: RecordList
  onClosed(): void
}

/** The menu of the right mouse button, and of the key for it, over the cells of a list. */
export function useCellMenu(ways: Ways): { show: NonNullable<RangeActions['menu']>; menu: ReactNode } {
  const [subject, setSubject] = useState<MenuSubject | null>(null)
  const latest = useRef(ways)
  useEffect(() => { latest.current = ways })

  const show = useCallback<NonNullable<RangeActions['menu']>>((range, cell, at) => {
    const { list } = latest.current
    const handle = list.opened()?.handle
    if (handle === undefined) return
    // A row that is not there any more has no value to filter by.
    list.source.page(handle, cell.row, cell.row + 1).then(([row]) => setSubject({ range, cell, at, row: row ?? null }), () => setSubject({ range, cell, at, row: null }))
  }, [])
  const close = useCallback(() => {
    setSubject(null)
    latest.current.onClosed()
  }, [])
  return {
    show,
    menu: subject === null ? null : <PopupMenu label={t('menu.cellsOf')} at={subject.at} entries={menuEntries(subject, { ...ways, paste: () => void pasteHere() })} onClose={close} />,
  }
}
