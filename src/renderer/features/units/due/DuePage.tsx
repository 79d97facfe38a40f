import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, InputNumber, Select } from 'antd'
import { useEffect, useState } from 'react'
import { dueItemKinds, type DueItem, type DueItemKind, type DueRequest } from '../../../../shared/bridge/reminders'
import { t, textOf } from '../../../../shared/text/t'
import { callBridge } from '../../../bridge/bridgeClient'
import { failureText } from '../../../bridge/failureText'
import { PageControl } from '../../../components/controls/PageControl'
import { PageTitle } from '../../../components/panels/PageTitle'
import { EmptyState } from '../../../components/feedback/EmptyState'
import { FailureBanner } from '../../../components/feedback/FailureBanner'
import { useAnnounce } from '../../../components/feedback/announcement'
import { printFigure } from '../../../components/values/printFigure'
import { DueTable } from './DueTable'
import '../units.css'

interface Props {
  onBack(): void
  onStatus(text: string): void
}

/** Days ahead; below zero the days before today. */
const steps = [-365, -90, 30, 90, 180, 365] as const
/** So many stand on the page; the workbook has all of them. */
const shownItems = 1_000

/** 到期提醒: terms that end, marks to renew, reviews and notes, by month and district. */
export function DuePage({ onBack, onStatus }: Props) {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const [days, setDays] = useState<number>(90)
  const [kind, setKind] = useState<DueItemKind | null>(null)
  const [month, setMonth] = useState<string | null>(null)
  const [district, setDistrict] = useState<string | null>(null)
  const due = useQuery({ queryKey: ['due.list', days], queryFn: () => callBridge('due.list', asked(days)), placeholderData: keepPreviousData })
  const items = due.data?.items ?? []
  const shown = items.filter((item) => (kind === null || item.kind === kind) && (month === null || item.day.startsWith(month)) && (district === null || item.districts.includes(district)))
  const status = due.data ? t('due.count', { from: due.data.from, until: due.data.until, count: printFigure(shown.length) }) : ''
  useEffect(() => onStatus(status), [status, onStatus])
  const failed = (error: unknown): void => announce({ text: failureText(error), isFailure: true })
  const exporting = useMutation({
    mutationFn: async () => {
      const { file } = await callBridge('shell.saveWorkbook', { name: t('due.exportName') })
      if (file !== null) await callBridge('due.export', { ...asked(days), kinds: kind === null ? [...dueItemKinds] : [kind], month, district, file })
      return file
    },
    onSuccess: (file) => { if (file !== null) announce({ text: t('units.exported', { file }), file }) }, onError: failed,
  })
  const reviewing = useMutation({ mutationFn: (years: number) => callBridge('due.reviewYears', { years }), onSuccess: () => void queries.invalidateQueries({ queryKey: ['due.list'] }), onError: failed })

  return (
    <div className="due">
      <div className="page-head">
        <PageTitle place={t('nav.units')} title={t('due.title')} />
        <PageControl name={t('due.within')} width={140}><Select aria-label={t('due.within')} value={days} onChange={setDays} options={steps.map((value) => ({ value, label: t(value < 0 ? 'due.daysPast' : 'due.days', { days: Math.abs(value) }) }))} /></PageControl>
        <Choice<DueItemKind> name={t('due.what')} width={160} value={kind} onChange={setKind} counts={countsOf<DueItemKind>(items, (item) => [item.kind])} label={(value) => textOf(`due.kind.${value}`)} />
        <Choice name={t('due.month')} width={150} value={month} onChange={setMonth} counts={countsOf(items, ({ day }) => [day.slice(0, 7)])} />
        <Choice name={t('due.district')} width={150} value={district} onChange={setDistrict} counts={countsOf(items, ({ districts }) => districts)} />
        <div className="page-head-end">
          <Button type="text" onClick={onBack}>{t('units.back')}</Button>
          <Button type="primary" disabled={shown.length === 0 || exporting.isPending} onClick={() => exporting.mutate()}>{t('units.export')}</Button>
        </div>
      </div>
      {due.isError ? <FailureBanner text={failureText(due.error)} /> : null}
      <label className="due-review secondary">
        {t('due.reviewYears')}
        <ReviewYears stored={due.data?.reviewYears ?? null} onStore={(years) => reviewing.mutate(years)} />
      </label>
      {due.isPending ? <p className="due-looking secondary" role="status">{t('due.looking')}</p> : null}
      {due.data === undefined ? null : shown.length === 0 ? <EmptyState text={t('due.none')} /> : <DueTable items={shown.slice(0, shownItems)} total={shown.length} />}
    </div>
  )
}

function asked(days: number): DueRequest {
  return { days: Math.abs(days), isPast: days < 0 }
}

/** After how many years a standard is due for review: stored when the field is left, at Enter or by its arrows, not with every digit. */
function ReviewYears({ stored, onStore }: { stored: number | null; onStore(years: number): void }) {
  const [typed, setTyped] = useState<number | null>(null)
  const store = (years: number | null): void => {
    setTyped(years)
    if (years !== null && years !== stored) onStore(years)
  }
  return (
    <InputNumber<number>
      size="small" min={1} max={20} precision={0} value={typed ?? stored} aria-label={t('due.reviewYears')}
      onChange={setTyped} onStep={store} onBlur={() => store(typed)} onPressEnter={() => store(typed)}
    />
  )
}

/** How many items there are of each value, in the order of the values. */
function countsOf<T extends string>(items: readonly DueItem[], valuesOf: (item: DueItem) => readonly T[]): [T, number][] {
  const counts = new Map<T, number>()
  for (const item of items) for (const value of valuesOf(item)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))
}

interface ChoiceProps<T extends string> {
  name: string
  width: number
  value: T | null
  counts: readonly [T, number][]
  label?: (value: T) => string
  onChange(value: T | null): void
}

function Choice<T extends string>({ name, width, value, counts, label = (text) => text, onChange }: ChoiceProps<T>) {
  const options: { value: T | null; name: string; label: string }[] = [{ value: null, name: t('due.all'), label: t('due.all') }, ...counts.map(([option, count]) => ({ value: option, name: label(option), label: `${label(option)} ${printFigure(count)}` }))]
  return <PageControl name={name} width={width}><Select aria-label={name} value={value} onChange={onChange} options={options} labelRender={({ value: chosen }) => options.find((option) => option.value === chosen)?.name} popupMatchSelectWidth={false} /></PageControl>
}
