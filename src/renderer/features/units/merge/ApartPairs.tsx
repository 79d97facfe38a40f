import { useQuery } from '@tanstack/react-query'
import { t } from '../../../../shared/text/t'
import { callBridge } from '../../../bridge/bridgeClient'
import { failureText } from '../../../bridge/failureText'
import { ToldApart } from '../../../components/compare/ToldApart'

const pairsAtMost = 500

interface Props {
  isBusy: boolean
  onTakeBack(names: string[]): void
  onClose(): void
}

/** Names that somebody said are not one unit. */
export function ApartPairs({ isBusy, onTakeBack, onClose }: Props) {
  const answer = useQuery({ queryKey: ['units.pairs'], queryFn: () => callBridge('units.pairs', { limit: pairsAtMost }) })
  const { total = 0, pairs } = answer.data ?? {}
  const lines = pairs?.map(({ names: [one = '', other = ''], at, operator }) => ({
    text: t('units.apartPair', { one, other }), backLabel: t('units.apartBackOf', { one, other }), at, operator, takeBack: () => onTakeBack([one, other]),
  })) ?? null
  return (
    <ToldApart
      title={t('units.apartTitle')} none={t('units.apartNone')} lines={lines} isBusy={isBusy} onClose={onClose}
      more={lines !== null && total > lines.length ? t('units.apartMore', { count: total - lines.length }) : null} failure={answer.isError ? failureText(answer.error) : null}
    />
  )
}
