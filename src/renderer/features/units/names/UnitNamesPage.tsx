import { Button, Checkbox, Input } from 'antd'
import { useDeferredValue, useEffect, useState } from 'react'
import type { OpenName } from '../../../../shared/bridge/units'
import type { Failure } from '../../../../shared/domain/result'
import { t } from '../../../../shared/text/t'
import { failureText } from '../../../bridge/failureText'
import { EmptyState } from '../../../components/feedback/EmptyState'
import { PageTitle } from '../../../components/panels/PageTitle'
import { FailureBanner } from '../../../components/feedback/FailureBanner'
import { printFigure } from '../../../components/values/printFigure'
import { NewUnit } from '../NewUnit'
import { OpenNameRow } from './OpenNameRow'
import { Searching } from '../merge/Searching'
import { useUnitChanges } from '../useUnitChanges'
import { useNewUnit } from '../useNewUnit'
import { useUnitSearch } from '../useUnitSearch'
import '../units.css'

interface Props {
  onBack(): void
  /** Opens the names that look like one unit, group by group. */
  onMerge(): void
  /** Opens everything of one unit or name. */
  onProfile(unit: string): void
  onStatus(text: string): void
}

/** So many stand on the page; a part of the name finds the others. */
const namesAtMost = 300

/** 未归入单位的名称: names in records that no unit carries, each with what it may be. */
export function UnitNamesPage({ onBack, onMerge, onProfile, onStatus }: Props) {
  const [typed, setTyped] = useState('')
  const [withCandidates, setWithCandidates] = useState(false)
  const [making, setMaking] = useState<{ name: OpenName; failure: Failure | null } | null>(null)
  const text = useDeferredValue(typed.trim())
  const { answer, isCancelled, hide, isHidden } = useUnitSearch('units.names', { text, withCandidates, limit: namesAtMost })
  const { merge, apart, isBusy } = useUnitChanges()
  const { make } = useNewUnit()
  const names = (answer.data?.names ?? []).filter(({ name }) => !isHidden(name))
  const status = answer.data ? t('units.namesStatus', { total: printFigure(answer.data.total), found: printFigure(answer.data.found) }) : ''
  useEffect(() => onStatus(status), [status, onStatus])

  /** Where records state one code beside the name, nothing is left to ask. */
  async function makeUnit(name: OpenName): Promise<void> {
    const failure = name.code === null ? null : await make({ uscc: name.code, name: name.name })
    if (name.code !== null && failure === null) hide(name.name)
    else setMaking({ name, failure })
  }

  return (
    <div className="unit-names-page">
      <div className="page-head">
        <PageTitle place={t('nav.units')} title={t('units.names')} />
        <Input className="unit-find" aria-label={t('units.namesFind')} placeholder={t('units.namesFind')} allowClear value={typed} onChange={(event) => setTyped(event.target.value)} />
        <Checkbox checked={withCandidates} onChange={(event) => setWithCandidates(event.target.checked)}>{t('units.withCandidates')}</Checkbox>
        <div className="page-head-end">
          <Button type="text" onClick={onBack}>{t('units.back')}</Button>
          <Button type="text" onClick={onMerge}>{t('units.merge')}</Button>
        </div>
      </div>
      {answer.isError && !isCancelled ? <FailureBanner text={failureText(answer.error)} /> : null}
      {answer.isPending || (isCancelled && !answer.data) ? <Searching isCancelled={isCancelled} onAgain={() => void answer.refetch()} /> : null}
      {answer.data && names.length === 0 ? <EmptyState text={t(answer.data.total === 0 ? 'units.noNames' : 'units.noSuchNames')} /> : null}
      {names.length === 0 || !answer.data ? null : (
        <div className="unit-names selectable">
          <table aria-label={t('units.names')}>
            <thead><tr><th>{t('units.name')}</th><th>{t('units.records')}</th><th>{t('units.mayBe')}</th><th aria-label={t('units.actions')} /></tr></thead>
            <tbody>
              {names.map((name) => (
                <OpenNameRow
                  key={name.name} name={name} isBusy={isBusy} onProfile={onProfile} onNew={() => void makeUnit(name)}
                  onJoin={(unit) => merge({ keep: unit, others: [name.name], from: {} }, { onSuccess: () => hide(name.name) })}
                  onApart={(unit) => apart([unit, name.name])}
                />
              ))}
            </tbody>
          </table>
          {names.length < answer.data.found ? <p className="secondary">{t('units.namesShown', { shown: names.length, found: answer.data.found })}</p> : null}
        </div>
      )}
      {making === null ? null : <NewUnit {...making} onMade={() => hide(making.name.name)} onClose={() => setMaking(null)} />}
    </div>
  )
}
