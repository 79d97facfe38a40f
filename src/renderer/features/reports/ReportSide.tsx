import { CheckOutlined, CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { PrintedCell, ReportPreview } from '../../../shared/bridge/reports'
import { t } from '../../../shared/text/t'
import { named } from '../../../shared/text/named'
import { useGoTo } from '../../components/navigation'
import { CellRecords } from './CellRecords'

/** Beside the form: its checks, what it lacks, and the records behind the chosen number. */
export function ReportSide({ preview, chosen }: { preview: ReportPreview | null; chosen: PrintedCell | null }) {
  return (
    <>
      {preview === null ? null : <Checks checks={preview.checks} />}
      {preview === null || preview.missing === null ? null : <Missing text={named(preview.missing)} />}
      <CellRecords cell={chosen} />
    </>
  )
}

/** Why the form is blank, and the way to the files that fill it. */
function Missing({ text }: { text: string }) {
  const goTo = useGoTo()
  return (
    <section className="report-missing" role="status">
      <p>{text}</p>
      <Button size="small" onClick={() => goTo({ route: 'imports' })}>{t('reports.toImports')}</Button>
    </section>
  )
}

function Checks({ checks }: { checks: ReportPreview['checks'] }) {
  const failed = checks.filter(({ ok }) => !ok).length
  return (
    <section className="report-checks">
      <h2>
        {t('reports.checks')}
        <span className="secondary">{checks.length === 0 ? t('reports.noChecks') : failed === 0 ? t('reports.checksPassed', { count: checks.length }) : t('reports.checksFailed', { count: checks.length, failed })}</span>
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
