import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import type { FillingRequest, ReceivedForm } from '../../../../shared/bridge/fill'
import { bindingAt, countBound, isUnbound, noBindings, type SheetArea } from '../../../../shared/domain/filling/editBindings'
import { formulaValues } from '../../../../shared/domain/filling/formulaValues'
import { t } from '../../../../shared/text/t'
import { callBridge } from '../../../bridge/bridgeClient'
import { failureText } from '../../../bridge/failureText'
import { useOffered } from '../../../bridge/useOffered'
import { TabStrip } from '../../../components/controls/TabStrip'
import { EmptyState } from '../../../components/feedback/EmptyState'
import { FailureBanner } from '../../../components/feedback/FailureBanner'
import { useConfirm } from '../../../components/feedback/useConfirm'
import { PanelDivider } from '../../../components/panels/PanelDivider'
import { SidePanel } from '../../../components/panels/SidePanel'
import { useStoredWidth } from '../../../components/panels/useStoredWidth'
import { useUndoKeys } from '../../../components/records/useUndoKeys'
import { fileNameOf } from '../../../components/values/fileNameOf'
import { filledBy, writtenArea } from './formPlaces'
import { FormSheetView } from './FormSheetView'
import { ReceivedSide } from './ReceivedSide'
import { useReceivedForm, type ReceivedState } from './useReceivedForm'
import './received.css'

const usualWidth = 380

/** The form as the province sent it: bound cell by cell or as its headings say, seen filled, written. */
export function ReceivedView({ choice, onStatus }: { choice: FillingRequest['choice']; onStatus(text: string): void }) {
  const state = useReceivedForm(choice)
  const { form, error, previewError, writeError } = state
  useUndoKeys({ undo: state.undo, redo: state.redo })
  const failure = error ?? writeError ?? previewError
  const isOpen = form !== null
  useEffect(() => {
    if (!isOpen) onStatus(t('received.title'))
  }, [isOpen, onStatus])
  const open = (): void => void state.choose()
  if (form === null) {
    return (
      <>
        {failure === null ? null : <FailureBanner text={failureText(failure)} />}
        {state.isOpening ? <div className="report-desk" aria-busy="true" /> : <EmptyState text={t('received.none')} action={{ text: t('received.open'), run: open }} />}
      </>
    )
  }
  return (
    <>
      {failure === null ? null : <FailureBanner text={failureText(failure)} />}
      <OpenForm key={form.file} state={state} form={form} choice={choice} onOpen={open} onStatus={onStatus} />
    </>
  )
}

interface OpenProps { state: ReceivedState; form: ReceivedForm; choice: FillingRequest['choice']; onOpen(): void; onStatus(text: string): void }

function OpenForm({ state, form, choice, onOpen, onStatus }: OpenProps) {
  const [sheetName, setSheet] = useState(form.sheets[0]?.name ?? '')
  const [chosen, setChosen] = useState<SheetArea | null>(null)
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set())
  const [width, setWidth] = useStoredWidth('received')
  const known = useOffered()
  const catalogue = useQuery({ queryKey: ['reports.catalogue'], queryFn: () => callBridge('reports.catalogue', {}) })
  const { preview } = state
  const values = useMemo(() => (preview === null ? null : formulaValues(form.sheets, preview.cells, preview.problems.flatMap(({ place }) => place ?? []))), [form.sheets, preview])
  const sheet = form.sheets.find(({ name }) => name === sheetName) ?? form.sheets[0]
  const here = chosen !== null && chosen.sheet === sheet?.name ? chosen : null
  const status = here === null ? '' : t('received.status', { sheet: here.sheet, place: writtenArea(here) })
  useEffect(() => onStatus(status), [onStatus, status])
  if (sheet === undefined) return <EmptyState text={t('received.none')} action={{ text: t('received.openOther'), run: onOpen }} />
  const faulty = new Set((state.preview?.problems ?? []).flatMap(({ place }) => (place?.sheet === sheet.name ? [`${place.row}:${place.column}`] : [])))
  const choose = (area: SheetArea): void => {
    setSheet(area.sheet)
    setChosen(area)
  }
  return (
    <>
      <FormBar state={state} form={form} choice={choice} onOpen={onOpen} />
      <div className="report-body">
        <div className="report-main">
          <FormSheetView sheet={sheet} filled={filledBy(state.preview, sheet.name)} faulty={faulty} isBound={(row, column) => bindingAt(state.bindings, sheet.name, row, column, form.sheets.length === 1) !== null} calculated={(row, column) => values?.of(sheet.name, row, column) ?? null} chosen={here} onChoose={choose} />
          <TabStrip<string> label={t('received.sheets')} className="report-tabs" tabs={form.sheets.map(({ name }) => ({ id: name, text: name }))} current={sheet.name} onChoose={setSheet} />
        </div>
        <PanelDivider label={t('received.what')} width={width ?? usualWidth} least={300} most={600} onResize={setWidth} />
        <SidePanel className="report-side" label={t('received.what')} width={width ?? usualWidth}>
          <ReceivedSide
            state={state} form={form} sheet={sheet} chosen={here} indicators={known.data?.indicators ?? []} districts={catalogue.data?.districts ?? []}
            dismissed={dismissed} onDismiss={(place) => setDismissed(new Set([...dismissed, place]))} onChoose={choose}
          />
        </SidePanel>
      </div>
    </>
  )
}

function FormBar({ state, form, choice, onOpen }: Omit<OpenProps, 'onStatus'>) {
  const { ask, holder } = useConfirm()
  const { bindings, preview } = state
  const formulas = form.sheets.reduce((sum, { cells }) => sum + cells.filter(({ kind }) => kind === 'formula').length, 0)
  const count = countBound(bindings)
  const problems = preview?.problems.length ?? 0
  const name = fileNameOf(form.file)
  const extension = /\.[^.]+$/u.exec(name)?.[0] ?? '.xlsx'
  const clear = async (): Promise<void> => {
    if (await ask({ title: t('received.clearQuestion'), text: t('received.clearText', { count }), ok: t('received.clear'), cancel: t('received.keep') })) state.change(noBindings)
  }
  return (
    <div className="received-bar">
      <strong className="cut" title={form.file}>{name}</strong>
      <span className="legend is-bound">{t('received.legend', { count })}</span>
      <span className="legend is-formula">{t('received.legendFormulas', { count: formulas })}</span>
      {problems === 0 ? null : <span className="legend is-faulty">{t('received.legendProblems', { count: problems })}</span>}
      <span className="secondary">{noteOf(state, form)}</span>
      <span className="received-actions">
        <Button onClick={onOpen}>{t('received.openOther')}</Button>
        <Button disabled={!state.canUndo} onClick={state.undo}>{t('received.undo')}</Button>
        <Button disabled={!state.canRedo} onClick={state.redo}>{t('received.redo')}</Button>
        <Button disabled={isUnbound(bindings)} onClick={() => void clear()}>{t('received.clear')}</Button>
        <Button
          type="primary" loading={state.isWriting} disabled={isUnbound(bindings) || problems > 0}
          onClick={() => state.write(t('received.fileName', { name: name.slice(0, -extension.length), period: choice.period, extension }))}
        >
          {t('received.write')}
        </Button>
      </span>
      {holder}
    </div>
  )
}

function noteOf({ isDraft, isEdited }: ReceivedState, { kept }: ReceivedForm): string {
  if (isDraft) return t('received.draft')
  if (kept === null) return ''
  if (kept.differences.length === 0) return isEdited ? '' : t('received.same')
  return t('received.changed', { count: kept.differences.length })
}
