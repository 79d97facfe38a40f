import { Button, Input, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { filterMatches, type FilterMatch } from '../../../../shared/bridge/lists'
import { t } from '../../../../shared/text/t'
import type { ColumnFilterProps } from './columnFilterProps'
import { excludeValue, textCondition, withFilter, withoutField } from '../filters'
import { ValueList } from './ValueList'

type TextMatch = Exclude<FilterMatch, 'excludes'>

const textMatches = filterMatches.filter((match): match is TextMatch => match !== 'excludes')
const matchNames = { contains: 'filter.contains', lacks: 'filter.lacks', starts: 'filter.starts', ends: 'filter.ends' } as const

/** What the text must hold, and the values to tick; what is typed narrows both. */
export function ValueFilter({ hasText, ...props }: ColumnFilterProps & { hasText: boolean }) {
  const { field, filters, onChange, onClose } = props
  const filter = filters.find((known) => known.field === field)
  const known = filter?.match === 'excludes' ? undefined : filter?.match
  const [match, setMatch] = useState<TextMatch>(known ?? 'contains')
  const [part, setPart] = useState(known === undefined ? '' : (filter?.values[0] ?? ''))
  const narrowing = useDeferredValue(part.trim())
  const apply = (): void => {
    onChange(withFilter(filters, textCondition(field, match, part)))
    onClose()
  }
  return (
    <>
      <div className="filter-text">
        {hasText ? (
          <Select
            size="small" value={match} aria-label={t('filter.mode')} options={textMatches.map((value) => ({ value, label: t(matchNames[value]) }))}
            getPopupContainer={aroundFilter} onChange={setMatch}
          />
        ) : null}
        <Input value={part} placeholder={hasText ? t('records.partOfText') : t('filter.searchValues')} aria-label={t('records.partOfText')} onChange={(event) => setPart(event.target.value)} {...(hasText ? { onPressEnter: apply } : {})} />
      </div>
      <ValueList {...props} part={hasText && match !== 'contains' ? '' : narrowing} />
      <div className="filter-actions">
        {hasText ? <Button size="small" disabled={part.trim() === ''} onClick={apply}>{t('filter.applied')}</Button> : null}
        {hasText ? <Button size="small" type="text" onClick={() => { onChange(excludeValue(filters, field, '')); onClose() }}>{t('menu.excludeEmpty')}</Button> : null}
        {filter === undefined ? null : <Button size="small" type="text" onClick={() => { onChange(withoutField(filters, field)); onClose() }}>{t('filter.clear')}</Button>}
      </div>
    </>
  )
}

/** The list of conditions opens inside the filter, which a click elsewhere closes. */
function aroundFilter(element: HTMLElement): HTMLElement {
  return element.closest<HTMLElement>('.column-filter') ?? document.body
}
