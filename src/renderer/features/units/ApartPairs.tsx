import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { t } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { failureText } from '../../bridge/failureText'
import { FailureBanner } from '../../components/feedback/FailureBanner'
import { ModalDialog } from '../../components/feedback/ModalDialog'
import { momentText } from '../../components/values/momentText'
import './units.css'

const pairsAtMost = 500

interface Props {
  isBusy: boolean
  onTakeBack(names: string[]): void
  onClose(): void
}

/** Names that somebody said are not one unit: who and when, and the way to take it back. */
export function ApartPairs({ isBusy, onTakeBack, onClose }: Props) {
  const answer = useQuery({ queryKey: ['units.pairs'], queryFn: () => callBridge('units.pairs', { limit: pairsAtMost }) })
  const { total = 0, pairs = [] } = answer.data ?? {}
  return (
    <ModalDialog className="unit-pairs" title={t('units.apartTitle')} onLeave={onClose}>
      {answer.isError ? <FailureBanner text={failureText(answer.error)} /> : null}
      {answer.data && pairs.length === 0 ? <p className="secondary">{t('units.apartNone')}</p> : null}
      <ul>
        {pairs.map(({ names, at, operator }) => {
          const [one = '', other = ''] = names
          return (
            <li key={names.join('\n')}>
              <span className="selectable">{t('units.apartPair', { one, other })}</span>
              <span className="secondary">{[operator, momentText(at)].filter((part) => part !== '').join(t('punctuation.clause'))}</span>
              <Button size="small" type="text" disabled={isBusy} aria-label={t('units.apartBackOf', { one, other })} onClick={() => onTakeBack([one, other])}>{t('units.apartBack')}</Button>
            </li>
          )
        })}
      </ul>
      {total > pairs.length ? <p className="secondary">{t('units.apartMore', { count: total - pairs.length })}</p> : null}
      <div className="question-answers"><Button onClick={onClose}>{t('units.apartClose')}</Button></div>
    </ModalDialog>
  )
}
