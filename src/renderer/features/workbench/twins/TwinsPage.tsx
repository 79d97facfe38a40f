import { skipToken, useQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { ComparedField, ComparedRecord } from '../../../../shared/bridge/twins'
import type { TwinProblem } from '../../../../shared/domain/catalogue/problems'
import { t } from '../../../../shared/text/t'
import { callBridge, isCancelled } from '../../../bridge/bridgeClient'
import { failureText } from '../../../bridge/failureText'
import { StepButtons } from '../../../components/controls/StepButtons'
import { EmptyState } from '../../../components/feedback/EmptyState'
import { FailureBanner } from '../../../components/feedback/FailureBanner'
import { useGoTo } from '../../../components/navigation'
import { SubPage } from '../../../components/panels/SubPage'
import { useTakenFocus } from '../../../components/panels/useTakenFocus'
import { recordDestination } from '../../../components/records/recordRoute'
import { printFigure } from '../../../components/values/printFigure'
import { Looking } from '../Looking'
import { ToldRecords } from './ToldRecords'
import { TwinGroups } from './TwinGroups'
import { TwinTable } from './TwinTable'
import { useChosenGroup } from './useChosenGroup'
import { useTwinChanges, useTwinGroups } from './useTwins'
import '../../../components/compare/compare.css'

interface Props {
  problem: TwinProblem
  onBack(): void
  onStatus(text: string): void
}

/** 可能重复: records that may be one side by side; one goes, a value moves over, or they are not one. */
export function TwinsPage({ problem, onBack, onStatus }: Props) {
  const { answer, groups, hide } = useTwinGroups(problem)
  const { take, remove, apart, together, isBusy } = useTwinChanges()
  const goTo = useGoTo()
  const page = useRef<HTMLDivElement>(null)
  const [isOnlyDiffering, setOnlyDiffering] = useState(false)
  const [areToldShown, setToldShown] = useState(false)
  const kind = answer.data?.kind
  const { at, current, ids, keep, setChosen, goOn, move, choose } = useChosenGroup(groups)
  const compared = useQuery({
    queryKey: ['twins.compare', kind, ids],
    queryFn: kind === undefined || ids.length === 0 ? skipToken : () => callBridge('twins.compare', { kind, ids }),
  })
  const different = compared.data?.fields.filter(({ differs }) => differs).length ?? 0
  const status = compared.data ? t('twins.status', { records: ids.length, different }) : ''
  const total = answer.data ? answer.data.total - (answer.data.groups.length - groups.length) : 0
  const failure = answer.error ?? compared.error
  useTakenFocus(page, current === undefined)
  useEffect(() => onStatus(status), [status, onStatus])

  const takeOver = ({ name, texts }: ComparedField, from: number): void => {
    if (kind !== undefined) take({ kind, id: keep, field: name, before: texts[ids.indexOf(keep)] ?? '', text: texts[ids.indexOf(from)] ?? '' })
  }
  const dealtWith = (gone: readonly number[]) => ({ onSuccess: () => { hide(gone); goOn(gone) } })
  const removeRecord = ({ id }: ComparedRecord): void => {
    if (kind !== undefined) remove({ kind, id }, dealtWith([id]))
  }
  const tellApart = (): void => {
    if (kind !== undefined && current !== undefined && !isBusy) apart({ kind, ids: current.ids }, dealtWith(current.ids))
  }

  return (
    <SubPage onBack={onBack}>
      <div
        ref={page} className="compare-page"
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey) return
          if (event.key === 'd' || event.key === 'D') tellApart()
          else if (event.key === 'j' || event.key === 'J') move(1)
          else if (event.key === 'k' || event.key === 'K') move(-1)
        }}
      >
        <div className="page-head">
          <h1>{t('twins.title')}</h1>
          <span className="secondary cut" title={t(`doctor.${problem}`)}>{t(`doctor.${problem}`)}</span>
          {answer.data ? <button type="button" className="plain link" onClick={() => setToldShown(true)}>{t('twins.apartCount', { count: answer.data.apart })}</button> : null}
          <div className="page-head-end">
            <Button type="text" onClick={onBack}>{t('twins.back')}</Button>
            {current ? <Button disabled={isBusy} onClick={tellApart}>{t('twins.apart')}</Button> : null}
          </div>
        </div>
        {failure === null || isCancelled(failure) ? null : <FailureBanner text={failureText(failure)} />}
        <Looking query={answer} />
        {answer.data && !current ? <EmptyState text={t('twins.nothing')} action={{ text: t('twins.back'), run: onBack }} /> : null}
        {answer.data && current ? (
          <div className="compare-body">
            <TwinGroups groups={groups} total={total} current={current} onChoose={(group) => setChosen(group.ids[0] ?? null)} />
            <section className="compare-main" aria-label={current.title}>
              <div className="compare-head">
                <h2 className="cut" title={current.title}>{current.title}</h2>
                <Checkbox checked={isOnlyDiffering} onChange={(event) => setOnlyDiffering(event.target.checked)}>{t('twins.onlyDiffering')}</Checkbox>
                <span className="secondary compare-at">{t('twins.groupAt', { at: printFigure(at + 1), total: printFigure(total) })}</span>
                <StepButtons previous={t('twins.previous')} next={t('twins.next')} isFirst={at === 0} isLast={at >= groups.length - 1} onMove={move} />
              </div>
              {compared.data ? (
                <TwinTable
                  compared={compared.data} keep={keep} isOnlyDiffering={isOnlyDiffering} isBusy={isBusy} onKeep={choose} onTake={takeOver} onDelete={removeRecord}
                  onOpen={(record) => goTo({ ...recordDestination(compared.data?.kind ?? '', record), cameFrom: { text: t('twins.backHere'), to: { route: 'workbench', state: { kind: problem, search: '' } } } })}
                />
              ) : null}
              {current.count > ids.length ? <p className="compare-hint">{t('twins.more', { count: current.count - ids.length })}</p> : null}
              <p className="compare-hint secondary">{t('twins.hint')}</p>
            </section>
          </div>
        ) : null}
        {areToldShown && kind !== undefined ? <ToldRecords kind={kind} isBusy={isBusy} onTakeBack={(numbers) => together({ kind, numbers })} onClose={() => setToldShown(false)} /> : null}
      </div>
    </SubPage>
  )
}
