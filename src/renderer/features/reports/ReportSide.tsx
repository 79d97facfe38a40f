import { CheckOutlined, CloseOutlined } from '@ant-design/icons'
import type { PrintedCell, ReportPreview } from '../../../shared/bridge/reports'
import { t } from '../../../shared/text/t'
import { named } from '../../../shared/text/named'
import { CellRecords } from './CellRecords'

/** Beside the form: its checks, and the records behind the chosen number. */
export function ReportSide({ preview, chosen }: { preview: ReportPreview | null; chosen: PrintedCell | null }) {
  return (
    <>
      {preview === null ? null : <Checks checks={preview.checks} />}
      <CellRecords cell={chosen} />
    </>
  )
}

function Checks({ checks }: { checks: ReportPreview['checks'] }) {
  const failed = checks.filter(({ ok }) => !ok).length
  return (
    <section className="report-checks">
      <h2>
        {t('reports.checks')}
        <span className="secondary">{failed === 0 ? t('reports.checksPassed', { count: checks.length }) : t('reports.checksFailed', { count: checks.length, failed })}</span>
      </h2>
      <ul>
        {checks.map(({ id, ok, message }) => (
          <li key={id} className={ok ? 'is-passed' : 'is-failed'}>
            {ok ? <CheckOutlined /> : <CloseOutlined />}
            <span>{named(message)}</span>
            <span className="check-word">{t(ok ? 'reports.passed' : 'reports.failed')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
