import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { DistrictReport, DistrictReportsView } from '../../../shared/bridge/periods'
import { locale } from '../../../shared/text/language'
import { t } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { failureText } from '../../bridge/failureText'
import { useAnnounce } from '../../components/feedback/announcement'
import { FailureBanner } from '../../components/feedback/FailureBanner'
import { useGoTo } from '../../components/navigation'
import { printFigure } from '../../components/values/printFigure'
import type { OpenList } from './openList'

interface Props {
  period: string
  /** Date of the first page, for the name of the file. */
  today: string
  onOpen(list: OpenList): void
}

const columns = ['district', 'state', 'received', 'records', 'open'] as const

/** Who has sent its standards of the period, what of it went back, and who is to be reminded. */
export function DistrictReports({ period, today, onOpen }: Props) {
  const announce = useAnnounce()
  const found = useQuery({ queryKey: ['periods.reports', period], queryFn: () => callBridge('periods.reports', { period }), placeholderData: keepPreviousData })
  const exporting = useMutation({
    mutationFn: async () => {
      const { file } = await callBridge('shell.saveWorkbook', { name: t('report.sent.fileName', { period, day: today.replaceAll('-', '') }) })
      return file === null ? null : callBridge('periods.exportReports', { period, file })
    },
    onSuccess: (done) => { if (done !== null) announce({ text: t('reporting.written', { file: done.file }), file: done.file }) },
  })
  const error: unknown = found.error ?? exporting.error
  const { data } = found
  return (
    <section className="reporting">
      <header>
        <h2>{t('reporting.heading')}</h2>
        <span className="secondary cut">{data?.hasReporters ? t('reporting.of', { period: data.title }) : ''}</span>
      </header>
      {error === null ? null : <FailureBanner text={failureText(error)} />}
      {data?.hasReporters === false ? <p className="workbench-none secondary">{t('reporting.none')}</p> : null}
      {data?.hasReporters ? (
        <>
          <table className="workbench-table">
            <thead>
              <tr>{columns.map((name) => <th key={name} scope="col">{t(`reporting.${name}`)}</th>)}</tr>
            </thead>
            <tbody>{data.districts.map((report) => <DistrictRow key={report.code} report={report} of={data} onOpen={onOpen} />)}</tbody>
          </table>
          <footer>
            <span className="secondary">{sumsOf(data)}</span>
            <Button size="small" loading={exporting.isPending} onClick={() => exporting.mutate()}>{t('reporting.export')}</Button>
          </footer>
        </>
      ) : null}
    </section>
  )
}

function DistrictRow({ report, of: { period, title }, onOpen }: { report: DistrictReport; of: DistrictReportsView; onOpen(list: OpenList): void }) {
  const goTo = useGoTo()
  const { code, district, state, records, refused, waiting, newest } = report
  const listTitle = t('reporting.list', { district, period: title, count: printFigure(records) })
  const open = refused + waiting
  return (
    <tr>
      <th scope="row">{district}</th>
      <td className={`reporting-state is-${state}`}><span className="reporting-dot" aria-hidden />{stateText(report)}</td>
      <td>
        {newest === null ? '—' : (
          <button type="button" className="plain link" title={newest.file} aria-label={t('reporting.openFile', { district, file: newest.file })} onClick={() => goTo({ route: 'imports', original: { batch: newest.batch, sheet: null, row: null } })}>{dayText(newest.at)}</button>
        )}
      </td>
      <td>
        {records === 0 ? <span className="secondary">{state === 'missing' ? '—' : 0}</span> : (
          <button type="button" className="plain workbench-number" aria-label={listTitle} onClick={() => onOpen({ title: listTitle, question: { name: 'counting.worklist', input: { reportedBy: code, period } } })}>{printFigure(records)}</button>
        )}
      </td>
      <td className={open > 0 ? 'is-open' : 'secondary'}>{state === 'missing' ? '—' : open}</td>
    </tr>
  )
}

function stateText({ state, refused, waiting, lists }: DistrictReport): string {
  switch (state) {
    case 'returned': return t('reporting.state.returned', { rows: refused })
    case 'waiting': return t('reporting.state.waiting', { rows: waiting })
    case 'received': return t(lists > 1 ? 'reporting.state.more' : 'reporting.state.received')
    case 'missing': return t('reporting.state.missing')
  }
}

function sumsOf({ districts }: DistrictReportsView): string {
  const missing = districts.filter(({ state }) => state === 'missing').length
  return t('reporting.sums', { received: districts.length - missing, missing, open: districts.reduce((sum, { refused, waiting }) => sum + refused + waiting, 0) })
}

function dayText(at: number): string {
  return new Date(at).toLocaleDateString(locale(), { month: 'long', day: 'numeric' })
}
