import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { UnitCluster } from '../../../../shared/bridge/units'
import { sameFrom } from '../../../../shared/domain/units/compareNames'
import { t } from '../../../../shared/text/t'
import { failureText } from '../../../bridge/failureText'
import { StepButtons } from '../../../components/controls/StepButtons'
import { EmptyState } from '../../../components/feedback/EmptyState'
import { PageTitle } from '../../../components/panels/PageTitle'
import { FailureBanner } from '../../../components/feedback/FailureBanner'
import { printFigure } from '../../../components/values/printFigure'
import { ApartPairs } from './ApartPairs'
import { ClusterList } from './ClusterList'
import { CompareTable } from './CompareTable'
import { choiceOf, comparedFields, differs, draftOf, type MergeDraft } from './mergeDraft'
import { Reasons } from './Reasons'
import { Searching } from './Searching'
import { useUnitChanges } from '../useUnitChanges'
import { useUnitSearch } from '../useUnitSearch'
import '../../../components/compare/compare.css'
import '../units.css'

const groupsAtMost = 300

interface Props {
  onBack(): void
  /** Opens the names that no unit carries. */
  onNames(): void
  onStatus(text: string): void
}

/** Names that look like one unit, group by group: merge them, or say that they are different. */
export function UnitMergePage({ onBack, onNames, onStatus }: Props) {
  const { answer: groups, isCancelled, hide, isHidden } = useUnitSearch('units.clusters', { withDoubtful: true, limit: groupsAtMost })
  const [chosen, setChosen] = useState<string | null>(null)
  const [drafts, setDrafts] = useState<Readonly<Record<string, MergeDraft>>>({})
  const clusters = (groups.data?.clusters ?? []).filter(({ key }) => !isHidden(key))
  const at = Math.max(0, clusters.findIndex(({ key }) => key === chosen))
  const current = clusters[at]
  const draft = current ? (drafts[current.key] ?? draftOf(current)) : null
  const [arePairsShown, setPairsShown] = useState(false)
  const { merge, mergeAll, apart, together, isBusy } = useUnitChanges()
  // What is only doubtful is merged by its button alone: a key pressed once too often must not join two firms.
  const isSure = current !== undefined && current.percent >= sameFrom
  const status = current && draft ? statusText(current, draft) : ''
  useEffect(() => onStatus(status), [status, onStatus])

  const move = (step: number): void => setChosen(clusters[Math.min(Math.max(at + step, 0), clusters.length - 1)]?.key ?? null)
  /** The group goes out of sight, and the one after it takes its place. */
  const dealtWith = (key: string, next: string | null) => ({ onSuccess: () => {
    hide(key)
    setChosen(next)
  } })
  const mergeNow = (): void => { if (current && draft && draft.joined.length > 0 && !isBusy) merge(choiceOf(draft), dealtWith(current.key, clusters[at + 1]?.key ?? null)) }
  const tellApart = (): void => { if (current && draft && draft.joined.length > 0 && !isBusy) apart([draft.keep, ...draft.joined], dealtWith(current.key, clusters[at + 1]?.key ?? null)) }
  const mergeCertain = (): void => {
    const certain = clusters.filter(({ percent }) => percent >= sameFrom)
    mergeAll(certain.map((cluster) => choiceOf(drafts[cluster.key] ?? draftOf(cluster))), { onSuccess: () => certain.forEach(({ key }) => hide(key)) })
  }

  return (
    <div
      className="unit-merge"
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || (event.target instanceof HTMLElement && event.target.matches('button, input[type=text]') && event.key === 'Enter')) return
        if (event.key === 'Enter' && isSure) mergeNow()
        else if (event.key === 'd' || event.key === 'D') tellApart()
        else if (event.key === 'j' || event.key === 'J') move(1)
        else if (event.key === 'k' || event.key === 'K') move(-1)
      }}
    >
      <div className="page-head">
        <PageTitle place={t('nav.units')} title={t('units.merge')} />
        {groups.data ? <span className="secondary cut">{t('units.progress', { total: printFigure(groups.data.total), merged: printFigure(groups.data.merged) })}</span> : null}
        {groups.data ? <button type="button" className="plain link" onClick={() => setPairsShown(true)}>{t('units.apartCount', { apart: groups.data.apart })}</button> : null}
        <div className="page-head-end">
          <Button type="text" onClick={onBack}>{t('units.back')}</Button>
          <Button type="text" onClick={onNames}>{t('units.names')}</Button>
          {current ? <Button type="text" onClick={() => move(1)} disabled={at >= clusters.length - 1}>{t('units.later')}</Button> : null}
          {current ? <Button disabled={isBusy} onClick={tellApart}>{t('units.apartButton')}</Button> : null}
          {current && draft ? <Button type={isSure ? 'primary' : 'default'} disabled={isBusy || draft.joined.length === 0} onClick={mergeNow}>{t('units.mergeButton', { count: draft.joined.length + 1 })}</Button> : null}
        </div>
      </div>
      {groups.isError && !isCancelled ? <FailureBanner text={failureText(groups.error)} /> : null}
      {groups.isPending || (isCancelled && !groups.data) ? <Searching isCancelled={isCancelled} onAgain={() => void groups.refetch()} /> : null}
      {groups.data && !current ? <EmptyState text={t('units.nothingAlike')} action={{ text: t('units.back'), run: onBack }} /> : null}
      {current && draft && groups.data ? (
        <div className="compare-body">
          <ClusterList clusters={clusters} total={groups.data.total} current={current} isBusy={isBusy} onChoose={({ key }) => setChosen(key)} onMergeCertain={mergeCertain} />
          <section className="compare-main" aria-label={current.members[0]?.name}>
            <div className="compare-head">
              <h2 className="cut" title={current.members[0]?.name}>{current.members[0]?.name}</h2>
              <span className={isSure ? 'unit-tag is-sure' : 'unit-tag'}>{t('units.likeness', { percent: current.percent })}</span>
              <span className="secondary compare-at">{t('units.groupAt', { at: printFigure(at + 1), total: printFigure(Math.max(clusters.length, groups.data.total)) })}</span>
              <StepButtons previous={t('units.previous')} next={t('units.next')} isFirst={at === 0} isLast={at >= clusters.length - 1} onMove={move} />
            </div>
            <CompareTable cluster={current} draft={draft} onDraft={(next) => setDrafts({ ...drafts, [current.key]: next })} />
            <Reasons cluster={current} draft={draft} />
          </section>
        </div>
      ) : null}
      {arePairsShown ? <ApartPairs isBusy={isBusy} onTakeBack={together} onClose={() => setPairsShown(false)} /> : null}
    </div>
  )
}

function statusText({ members }: UnitCluster, draft: MergeDraft): string {
  return t('units.status', { names: draft.joined.length + 1, different: comparedFields.filter((field) => differs(members, draft, field)).length })
}
