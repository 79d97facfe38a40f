import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { OwnIndicators } from '../../../../shared/bridge/ownIndicators'
import { t } from '../../../../shared/text/t'
import { callBridge } from '../../../bridge/bridgeClient'
import { failureText } from '../../../bridge/failureText'
import { useRegisterStatus } from '../../../bridge/useRegisterStatus'
import { useUndo } from '../../../bridge/useUndo'
import { useAnnounce } from '../../../components/feedback/announcement'
import { FailureBanner } from '../../../components/feedback/FailureBanner'
import { useSettled } from '../../../components/useSettled'
import { draftOf, newDraft, writtenOf, type Draft } from './indicatorDraft'
import { IndicatorForm } from './IndicatorForm'
import { IndicatorPreviewPane } from './IndicatorPreviewPane'
import './own.css'

/** The office's own indicators: the list, the one that is being written, and what it counts in the period of the page. */
export function OwnIndicatorsView({ period }: { period: string }) {
  const status = useRegisterStatus()
  const file = status.data?.file ?? null
  const own = useQuery({ queryKey: ['indicators.own', file], queryFn: () => callBridge('indicators.own', {}), enabled: file !== null })
  if (own.isError) return <FailureBanner text={failureText(own.error)} />
  return own.data === undefined || file === null ? <div className="own" aria-busy="true" /> : <OwnIndicatorList key={file} file={file} own={own.data} period={period} />
}

function OwnIndicatorList({ file, own, period }: { file: string; own: OwnIndicators; period: string }) {
  const [chosen, setChosen] = useState<string | null>(own.indicators.find(({ isRetired }) => !isRetired)?.id ?? null)
  const entry = own.indicators.find(({ id }) => id === chosen) ?? null
  return (
    <div className="own">
      <aside className="own-list" aria-label={t('own.title')}>
        <Button block onClick={() => setChosen(null)}>{t('own.new')}</Button>
        {own.indicators.length === 0 ? <p className="secondary">{t('own.none')}</p> : null}
        <ul>
          {own.indicators.map(({ id, label, version, isRetired, problems }) => (
            <li key={id}>
              <button type="button" className="plain" aria-current={id === chosen} title={label} onClick={() => setChosen(id)}>
                <span className="cut">{label}</span>
                <span className="secondary">{isRetired ? t('own.retired') : problems.length > 0 ? t('own.broken') : t('own.version', { version })}</span>
              </button>
            </li>
          ))}
        </ul>
      </aside>
      <IndicatorEditor
        key={`${entry?.id ?? ''} ${entry?.version ?? 0}`} file={file} own={own} period={period} first={entry?.written ? draftOf(entry.written) : newDraft(own)} kept={entry} onSaved={setChosen}
      />
    </div>
  )
}

interface EditorProps {
  /** The register whose indicators these are. */
  file: string
  own: OwnIndicators
  period: string
  first: Draft
  kept: OwnIndicators['indicators'][number] | null
  onSaved(id: string): void
}

/** What was written and not saved, by the register and the indicator it is of: it is still there when the clerk comes back to it. */
const openDrafts = new Map<string, Draft>()

/** What an indicator counts reads whole columns: it is asked when the clerk rests, not for every key. */
const pauseMs = 300

function IndicatorEditor({ file, own, period, first, kept, onSaved }: EditorProps) {
  const place = `${file}|${own.indicators.map(({ id, version }) => `${id} ${version}`).join()}|${kept?.id ?? ''}`
  const [draft, setDraft] = useState(() => openDrafts.get(place) ?? first)
  const isChanged = JSON.stringify(draft) !== JSON.stringify(first)
  const change = (next: Draft): void => {
    openDrafts.set(place, next)
    setDraft(next)
  }
  const drop = (): void => {
    openDrafts.delete(place)
    setDraft(first)
  }
  const written = writtenOf(draft, own)
  const wanted = JSON.stringify(written)
  const asked = useSettled(wanted, pauseMs)
  const preview = useQuery({
    queryKey: ['indicators.preview', asked, period], queryFn: () => callBridge('indicators.preview', { written: JSON.parse(asked) as typeof written, period }), placeholderData: keepPreviousData,
  })
  const { define, retire } = useIndicatorChanges((id) => {
    openDrafts.delete(place)
    onSaved(id)
  })
  const isJudged = asked === wanted && preview.data !== undefined && !preview.isPlaceholderData
  const isSound = isJudged && preview.data.problems.length === 0
  return (
    <>
      <section className="own-editor">
        <IndicatorForm own={own} draft={draft} isKept={kept !== null} problems={preview.data?.problems ?? []} isJudged={isJudged} onChange={change} />
        <div className="own-save">
          <Button type="primary" disabled={!isSound} loading={define.isPending} onClick={() => define.mutate(written)}>
            {kept === null ? t('own.save') : t('own.saveVersion', { version: preview.data?.figure?.version ?? kept.version })}
          </Button>
          {isChanged ? <><Button onClick={drop}>{t('own.dropDraft')}</Button><span className="secondary">{t('own.unsaved')}</span></> : null}
          {kept === null || kept.isRetired ? null : <Button loading={retire.isPending} onClick={() => retire.mutate(kept.id)}>{t('own.retire')}</Button>}
        </div>
      </section>
      <IndicatorPreviewPane preview={preview.data} period={period} />
    </>
  )
}

/** Keeping and retiring, each with the way back. */
function useIndicatorChanges(onSaved: (id: string) => void) {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const onError = (error: unknown): void => announce({ text: failureText(error), isFailure: true })
  const refresh = (): void => void queries.invalidateQueries({ predicate: ({ queryKey }) => /^(indicators|counting)\./u.test(String(queryKey[0])) })
  const { undo } = useUndo(announce)
  const define = useMutation({
    mutationFn: (written: ReturnType<typeof writtenOf>) => callBridge('indicators.define', { written }), onError,
    onSuccess: ({ indicator, label, version, sequence }) => {
      refresh()
      onSaved(indicator)
      announce({ text: t('own.saved', { label, version }), ...(sequence === null ? {} : { undo }) })
    },
  })
  const retire = useMutation({
    mutationFn: (id: string) => callBridge('indicators.retire', { id }), onError,
    onSuccess: ({ label }) => {
      refresh()
      announce({ text: t('own.retiredDone', { label }), undo })
    },
  })
  return { define, retire }
}
