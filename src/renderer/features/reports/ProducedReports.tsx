import { useQuery } from '@tanstack/react-query'
import type { ProducedReport } from '../../../shared/bridge/reports'
import { t } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { handToSystem } from '../../bridge/handToSystem'
import { useAnnounce } from '../../components/feedback/announcement'
import { EmptyState } from '../../components/feedback/EmptyState'
import { momentText } from '../../components/values/momentText'

const columns = ['file', 'period', 'options', 'at', 'operator', 'state', 'sha256'] as const

/** Every form that was produced from this register, with what is needed to produce it again. */
export function ProducedReports() {
  const { data } = useQuery({ queryKey: ['reports.list'], queryFn: () => callBridge('reports.list', {}) })
  if (data === undefined) return <div className="produced" />
  if (data.reports.length === 0) return <EmptyState text={t('reports.noneProduced')} />
  return (
    <div className="produced">
      <table>
        <thead><tr>{columns.map((column) => <th key={column}>{t(`reports.column.${column}`)}</th>)}<th /></tr></thead>
        <tbody>{data.reports.map((report) => <Produced key={report.id} report={report} />)}</tbody>
      </table>
    </div>
  )
}

function Produced({ report }: { report: ProducedReport }) {
  const announce = useAnnounce()
  const { file } = report
  return (
    <tr>
      <td className="cut" title={file ?? report.fileName}>{report.fileName}</td>
      <td>{report.period}</td>
      <td className="cut" title={report.options.join(t('punctuation.clause'))}>{report.options.join(t('punctuation.clause'))}</td>
      <td>{momentText(report.producedAt)}</td>
      <td className="cut">{report.operator === '' ? '—' : report.operator}</td>
      <td>{t(report.isCurrent ? 'reports.current' : 'reports.outdated')}</td>
      <td className="selectable sha" title={report.sha256}>{report.sha256.slice(0, 12)}</td>
      <td className="produced-actions">
        {file === null ? null : (
          <>
            <button type="button" className="plain link" onClick={() => void handToSystem('shell.openTable', file, announce)}>{t('reports.open')}</button>
            <button type="button" className="plain link" onClick={() => void handToSystem('shell.showInFolder', file, announce)}>{t('reports.showInFolder')}</button>
          </>
        )}
      </td>
    </tr>
  )
}
