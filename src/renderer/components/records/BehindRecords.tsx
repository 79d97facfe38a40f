import { t } from '../../../shared/text/t'
import { RecordWindow, type RecordWindowProps } from './RecordWindow'

interface Props extends Omit<RecordWindowProps, 'count'> {
  /** Undefined until it is known. */
  count: number | undefined
  /** Whether the answer is still to come. */
  isPending: boolean
}

/** The records behind a number; while they are looked for and where there are none, words in their place. */
export function BehindRecords({ count, isPending, ...window }: Props) {
  if (count === undefined) return <p className="panel-none secondary">{isPending ? t('ranking.behind.loading') : ''}</p>
  return count === 0 ? <p className="panel-none secondary">{t('ranking.behind.none')}</p> : <RecordWindow count={count} {...window} />
}
