import { t } from '../../../shared/text/t'
import { EmptyState } from '../../components/feedback/EmptyState'
import { useGoTo } from '../../components/navigation'
import type { RecordView } from './recordViews'

/** In place of the rows where there are none: nothing in the register, or nothing that passes. */
export function NothingHere({ view, total, onClear }: { view: RecordView; total: number; onClear(): void }) {
  const goTo = useGoTo()
  const { name } = view
  return (
    <div className="records-nothing">
      {total === 0
        ? <EmptyState text={t('records.emptyRegister', { name })} action={{ text: t('records.import'), run: () => goTo({ route: 'imports' }) }} />
        : <EmptyState text={t('records.emptyResult', { name })} action={{ text: t('records.clearFilters'), run: onClear }} />}
    </div>
  )
}
