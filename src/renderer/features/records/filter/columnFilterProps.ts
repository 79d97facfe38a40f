import type { ListFilter } from '../../../../shared/bridge/lists'
import type { RecordView } from '../recordViews'

export interface ColumnFilterProps {
  view: RecordView
  field: string
  search: string
  filters: readonly ListFilter[]
  onChange(filters: readonly ListFilter[]): void
  onClose(): void
}
