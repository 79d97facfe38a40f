import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ListFilter } from '../../../shared/bridge/lists'
import { t, textOf } from '../../../shared/text/t'
import { printCell } from '../../components/values/printCell'
import { withoutField } from './filters'
import type { StandardFacet } from './standardColumns'

interface Props {
  filters: readonly ListFilter[]
  onChange(filters: readonly ListFilter[]): void
  onClear(): void
}

/** The conditions in force, each with its way out. */
export function FilterBar({ filters, onChange, onClear }: Props) {
  return (
    <div className="filter-bar">
      {filters.map((filter) => {
        const field = textOf(`standardField.${filter.field as StandardFacet}`)
        return (
          <span key={filter.field} className="filter-chip">
            <span className="secondary">{field}</span>
            <span className="cut">{filter.values.map(printCell).join('、')}</span>
            <button type="button" className="plain" aria-label={t('standards.removeFilter', { field })} onClick={() => onChange(withoutField(filters, filter.field))}>
              <CloseOutlined />
            </button>
          </span>
        )
      })}
      {filters.length === 0 ? null : <Button type="text" size="small" onClick={onClear}>{t('standards.clearFilters')}</Button>}
      <span className="filter-hint secondary">{t('standards.sortHint')}</span>
    </div>
  )
}
