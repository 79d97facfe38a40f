import { CheckOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { PeriodState } from '../../../../shared/bridge/periods'
import { listed, t } from '../../../../shared/text/t'
import { useGoTo } from '../../../components/navigation'
import { momentText } from '../../../components/values/momentText'
import { operatorText } from '../../../components/values/operatorText'
import type { useClosing } from './useClosing'

type Actions = ReturnType<typeof useClosing>

/** 填报 → 校验 → 审核 → 上报 → 归档, each with what it waits for. */
export function PeriodSteps({ state, actions }: { state: PeriodState; actions: Actions }) {
  const frozen = state.forms.filter(({ frozen: version }) => version !== null).length
  return (
    <ol className="closing-steps">
      <Filling state={state} />
      <Checking state={state} />
      <Reviewing state={state} actions={actions} />
      <Submitting state={state} frozen={frozen} actions={actions} />
      <Archiving state={state} frozen={frozen} actions={actions} />
    </ol>
  )
}

function Step({ name, isDone, lines, children }: { name: string; isDone: boolean; lines: readonly string[]; children?: ReactNode }) {
  return (
    <li className={isDone ? 'is-done' : ''}>
      <h3>{isDone ? <CheckOutlined /> : null}{name}</h3>
      {lines.map((line) => <p key={line} className="secondary" title={line}>{line}</p>)}
      {children}
    </li>
  )
}

function Filling({ state: { missing, hasReporters, waiting } }: { state: PeriodState }) {
  const goTo = useGoTo()
  const rows = waiting.reduce((sum, file) => sum + file.rows, 0)
  const lines = [
    missing.length > 0 ? t('closing.filling.missing', { districts: listed(missing.map(({ district }) => district)) }) : t(hasReporters ? 'closing.filling.done' : 'closing.filling.unknown'),
    ...(rows > 0 ? [t('closing.filling.waiting', { rows })] : []),
  ]
  const isDone = missing.length === 0 && rows === 0
  return (
    <Step name={t('closing.step.filling')} isDone={isDone} lines={lines}>
      {isDone ? null : <Action text={t('closing.filling.open')} isBusy={false} onPress={() => goTo({ route: 'workbench' })} />}
    </Step>
  )
}

function Checking({ state: { forms } }: { state: PeriodState }) {
  const goTo = useGoTo()
  const failed = forms.filter((form) => form.failed.length > 0).length
  const without = forms.filter(({ problem }) => problem !== null).length
  const ready = forms.filter(({ state, failed: checks, problem }) => state !== 'frozen' && checks.length === 0 && problem === null).length
  const lines = [
    ...(ready > 0 ? [t('closing.checking.done', { count: ready })] : []), ...(failed > 0 ? [t('closing.checking.failed', { count: failed })] : []),
    ...(without > 0 ? [t('closing.checking.noData', { count: without })] : []),
  ]
  return (
    <Step name={t('closing.step.checking')} isDone={failed === 0 && without === 0} lines={lines}>
      {forms.some(({ lacksData }) => lacksData) ? <Action text={t('closing.checking.import')} isBusy={false} onPress={() => goTo({ route: 'imports' })} /> : null}
    </Step>
  )
}

function Reviewing({ state: { period, review, isReviewOutdated }, actions: { marking } }: { state: PeriodState; actions: Actions }) {
  const lines = review === null ? [t('closing.reviewing.none')] : [t('closing.reviewing.by', { by: operatorText(review.by), at: momentText(review.at) }), ...(isReviewOutdated ? [t('closing.reviewing.outdated')] : [])]
  return (
    <Step name={t('closing.step.reviewing')} isDone={review !== null && !isReviewOutdated} lines={lines}>
      {review === null || isReviewOutdated ? <Action text={t('closing.review')} isBusy={marking.isPending} onPress={() => marking.mutate({ period, what: 'reviewed' })} /> : null}
      {review === null ? null : <Action text={t('closing.withdrawReview')} isBusy={marking.isPending} onPress={() => marking.mutate({ period, what: 'review_withdrawn' })} />}
    </Step>
  )
}

function Submitting({ state: { period, events, forms }, frozen, actions: { marking } }: { state: PeriodState; frozen: number; actions: Actions }) {
  const submitted = events.findLast(({ what }) => what === 'submitted')
  const lines = [
    frozen === 0 ? t('closing.submitting.none') : t('closing.submitting.frozen', { count: frozen }),
    ...(frozen === 0 || frozen === forms.length ? [] : [t('closing.submitting.rest', { count: forms.length - frozen })]),
    ...(submitted ? [t('closing.submitting.by', { by: operatorText(submitted.by), at: momentText(submitted.at) })] : []),
  ]
  return (
    <Step name={t('closing.step.submitting')} isDone={submitted !== undefined} lines={lines}>
      {frozen > 0 ? <Action text={t('closing.submit')} isBusy={marking.isPending} onPress={() => marking.mutate({ period, what: 'submitted' })} /> : null}
    </Step>
  )
}

function Archiving({ state: { period, events }, frozen, actions: { archiving } }: { state: PeriodState; frozen: number; actions: Actions }) {
  const archived = events.findLast(({ what }) => what === 'archived')
  const lines = archived ? [t('closing.archiving.by', { by: operatorText(archived.by), at: momentText(archived.at) }), archived.place ?? ''] : [t('closing.archiving.none')]
  return (
    <Step name={t('closing.step.archiving')} isDone={archived !== undefined} lines={lines}>
      {frozen > 0 ? <Action text={t('closing.archive')} isBusy={archiving.isPending} onPress={() => archiving.mutate(period)} /> : null}
    </Step>
  )
}

function Action({ text, isBusy, onPress }: { text: string; isBusy: boolean; onPress(): void }) {
  return <Button size="small" loading={isBusy} onClick={onPress}>{text}</Button>
}
