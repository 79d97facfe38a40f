import { useEffect, useRef, type KeyboardEvent } from 'react'
import { listField } from '../../../shared/domain/catalogue/listFields'
import { t } from '../../../shared/text/t'
import type { ColumnFilterProps } from './filter/columnFilterProps'
import { RangeFilter } from './filter/RangeFilter'
import { ValueFilter } from './filter/ValueFilter'
import { fieldTitle } from './recordViews'

/** The filter of one column, under its heading: a range for dates and numbers, else conditions on the text and the values. */
export function ColumnFilter({ left, ...props }: ColumnFilterProps & { /** Distance from the left edge of the grid. */ left: number }) {
  const { view, field, onClose } = props
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('input[type="text"], input:not([type])')?.focus()
    const closeOutside = ({ target }: MouseEvent): void => {
      if (target instanceof Node && !box.current?.contains(target)) onClose()
    }
    document.addEventListener('mousedown', closeOutside)
    return () => document.removeEventListener('mousedown', closeOutside)
  }, [onClose])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onClose()
    event.stopPropagation()
  }
  const type = listField(view.kind, field)?.type ?? 'text'
  const isRange = type === 'date' || type === 'number' || type === 'numbers'
  return (
    <div ref={box} className="column-filter" role="dialog" aria-label={t('records.filterOf', { field: fieldTitle(view, field) })} style={{ left }} onKeyDown={onKeyDown}>
      {isRange ? <RangeFilter {...props} isDate={type === 'date'} /> : <ValueFilter {...props} hasText={type.startsWith('text') || type.startsWith('code')} />}
    </div>
  )
}
