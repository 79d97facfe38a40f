import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { filterSentence } from '../../../shared/text/filterWords'
import { t } from '../../../shared/text/t'
import type { CrosstabChoice } from './crosstabChoice'

interface Props {
  choice: CrosstabChoice
  onChange(choice: CrosstabChoice): void
}

/** The conditions that came with the list, each with its way out. */
export function ConditionChips({ choice, onChange }: Props) {
  const { kind, search, filters } = choice
  if (search === '' && filters.length === 0) return <span className="secondary">{t('crosstab.noConditions')}</span>
  return (
    <>
      {search === '' ? null : <Chip text={t('filter.searchWords', { text: search })} onRemove={() => onChange({ ...choice, search: '' })} />}
      {filters.map((filter) => {
        const text = filterSentence(kind, filter)
        return <Chip key={text} text={text} onRemove={() => onChange({ ...choice, filters: filters.filter((known) => known !== filter) })} />
      })}
      <Button type="text" size="small" onClick={() => onChange({ ...choice, search: '', filters: [] })}>{t('records.clearFilters')}</Button>
    </>
  )
}

function Chip({ text, onRemove }: { text: string; onRemove(): void }) {
  return (
    <span className="cross-chip">
      <span className="cut" title={text}>{text}</span>
      <button type="button" className="plain" aria-label={t('records.removeFilter', { field: text })} onClick={onRemove}><CloseOutlined /></button>
    </span>
  )
}
