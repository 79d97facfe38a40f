import { Button, Input } from 'antd'
import { useState } from 'react'
import type { ClosingOptions, FrozenForm, PeriodForm, PeriodState } from '../../../../shared/bridge/periods'
import { t } from '../../../../shared/text/t'
import { failureText } from '../../../bridge/failureText'
import { FailureBanner } from '../../../components/feedback/FailureBanner'
import { PeriodForms } from './PeriodForms'
import { PeriodSteps } from './PeriodSteps'
import { useClosing } from './useClosing'
import { usePeriodState } from './usePeriodState'

interface Props {
  period: string
  options: ClosingOptions
  onForm(form: FrozenForm['form']): void
}

/** One period from filling in to the archive, and its forms to be frozen. */
export function PeriodPage({ period, options, onForm }: Props) {
  const asked = usePeriodState(period, options)
  if (asked.isError) return <FailureBanner text={failureText(asked.error)} />
  if (asked.data === undefined) return <div className="closing-skeleton secondary" aria-busy="true">{t('closing.looking')}</div>
  return <Period state={asked.data} isJudged={!asked.isPlaceholderData} options={options} onForm={onForm} />
}

const canFreeze = (form: PeriodForm): boolean => form.state !== 'frozen' && form.problem === null

/** @param isJudged  whether the state was judged with these options */
function Period({ state, isJudged, options, onForm }: { state: PeriodState; isJudged: boolean } & Pick<Props, 'options' | 'onForm'>) {
  const [left, setLeft] = useState<readonly string[]>([])
  const [reason, setReason] = useState('')
  const actions = useClosing()
  const open = state.forms.filter(canFreeze)
  // What has its checks against it is chosen by hand.
  const chosen = open.filter(({ form, failed }) => (failed.length > 0) === left.includes(form))
  const needsReason = chosen.some(({ failed }) => failed.length > 0)
  const toggle = (form: string): void => setLeft((before) => (before.includes(form) ? before.filter((known) => known !== form) : [...before, form]))
  const freeze = (): void => actions.freezing.mutate({ period: state.period, forms: chosen.map(({ form }) => form), options, ...(needsReason ? { reason: reason.trim() } : {}) })
  return (
    <>
      <header className="closing-head">
        <h2>{state.title}</h2>
        {needsReason ? <Input className="closing-reason" aria-label={t('closing.reasonNeeded')} placeholder={t('closing.reasonNeeded')} value={reason} onChange={(event) => setReason(event.target.value)} /> : null}
        <Button type="primary" className="page-action" loading={actions.freezing.isPending} disabled={!isJudged || chosen.length === 0 || (needsReason && reason.trim() === '')} onClick={freeze}>
          {t('closing.freeze', { count: chosen.length })}
        </Button>
      </header>
      <PeriodSteps state={state} actions={actions} />
      <PeriodForms state={state} chosen={chosen.map(({ form }) => form)} canChoose={canFreeze} onToggle={toggle} onForm={onForm} actions={actions} />
    </>
  )
}
