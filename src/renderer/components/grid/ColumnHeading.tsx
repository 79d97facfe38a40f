import { FilterFilled, FilterOutlined } from '@ant-design/icons'
import type { IHeaderParams } from 'ag-grid-community'
import { t } from '../../../shared/text/t'

interface Props extends IHeaderParams {
  onFilter(heading: HTMLElement): void
  isFiltered: boolean
}

/** The words of a heading, and its filter: always to be seen where it is in force, else under the pointer. */
export function ColumnHeading({ displayName, onFilter, isFiltered, eGridHeader }: Props) {
  return (
    <span className="column-heading">
      <span className="cut" title={displayName}>{displayName}</span>
      <button
        type="button" tabIndex={-1} className={`plain column-filter-button${isFiltered ? ' is-filtered' : ''}`} aria-label={t('grid.filterColumn', { field: displayName })}
        onClick={(event) => {
          event.stopPropagation()
          onFilter(eGridHeader)
        }}
      >
        {isFiltered ? <FilterFilled /> : <FilterOutlined />}
      </button>
    </span>
  )
}
