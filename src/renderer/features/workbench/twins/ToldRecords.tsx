import { useQuery } from '@tanstack/react-query'
import type { ListKind } from '../../../../shared/domain/catalogue/listFields'
import { t } from '../../../../shared/text/t'
import { callBridge } from '../../../bridge/bridgeClient'
import { failureText } from '../../../bridge/failureText'
import { ToldApart } from '../../../components/compare/ToldApart'

const setsAtMost = 500

interface Props {
  kind: ListKind
  isBusy: boolean
  onTakeBack(numbers: string[]): void
  onClose(): void
}

/** Records of which somebody said that they are not one. */
export function ToldRecords({ kind, isBusy, onTakeBack, onClose }: Props) {
  const answer = useQuery({ queryKey: ['twins.told', kind], queryFn: () => callBridge('twins.told', { kind, limit: setsAtMost }) })
  const { total = 0, sets } = answer.data ?? {}
  const lines = sets?.map(({ numbers, at, operator }) => {
    const text = numbers.join('、')
    return { text, backLabel: t('twins.apartBackOf', { numbers: text }), at, operator, takeBack: () => onTakeBack(numbers) }
  }) ?? null
  return (
    <ToldApart
      title={t('twins.apartTitle')} none={t('twins.apartNone')} lines={lines} isBusy={isBusy} onClose={onClose}
      more={lines !== null && total > lines.length ? t('units.apartMore', { count: total - lines.length }) : null} failure={answer.isError ? failureText(answer.error) : null}
    />
  )
}
