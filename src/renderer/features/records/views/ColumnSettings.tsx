import { Button, Checkbox } from 'antd'
import { useEffect, useRef } from 'react'
import type { ViewColumn } from '../../../../shared/bridge/views'
import { t } from '../../../../shared/text/t'
import { fieldTitle, type RecordView } from '../recordViews'
import { possibleColumns, withColumn, withPin } from './columnLayout'

interface Props {
  view: RecordView
  columns: readonly ViewColumn[]
  onChange(columns: readonly ViewColumn[]): void
  onReset(): void
  onClose(): void
}

/** Which columns are shown and which stay in view; their order and width are set on the headings themselves. */
export function ColumnSettings({ view, columns, onChange, onReset, onClose }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('input')?.focus()
    const closeOutside = ({ target }: MouseEvent): void => {
      if (target instanceof Node && !box.current?.contains(target)) onClose()
    }
    document.addEventListener('mousedown', closeOutside)
    return () => document.removeEventListener('mousedown', closeOutside)
  }, [onClose])
  return (
    <div ref={box} className="column-settings" role="dialog" aria-label={t('columns.settings')} onKeyDown={(event) => { if (event.key === 'Escape') onClose(); event.stopPropagation() }}>
      <ul>
        {possibleColumns(view).map((field) => {
          const column = columns.find((known) => known.field === field)
          const title = fieldTitle(view, field)
          return (
            <li key={field}>
              <Checkbox checked={column !== undefined} aria-label={t('columns.show', { field: title })} onChange={({ target }) => onChange(withColumn(columns, field, target.checked))}><span className="cut" title={title}>{title}</span></Checkbox>
              {column === undefined ? null : <button type="button" className="plain pin" aria-pressed={column.isPinned === true} aria-label={t('columns.pinned', { field: title })} onClick={() => onChange(withPin(columns, field, column.isPinned !== true))}>{t('columns.pin')}</button>}
            </li>
          )
        })}
      </ul>
      <p className="secondary">{t('columns.hint')}</p>
      <Button size="small" type="text" onClick={onReset}>{t('columns.reset')}</Button>
    </div>
  )
}
