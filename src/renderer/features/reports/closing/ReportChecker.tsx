import { useMutation } from '@tanstack/react-query'
import { useId, type DragEvent } from 'react'
import type { VerifiedReportView } from '../../../../shared/bridge/periods'
import { foundInWords } from '../../../../shared/text/differenceText'
import { t } from '../../../../shared/text/t'
import { callBridge } from '../../../bridge/bridgeClient'
import { failureText } from '../../../bridge/failureText'
import { pathsOf } from '../../../bridge/filePaths'
import { fileNameOf } from '../../../components/values/fileNameOf'
import { momentText } from '../../../components/values/momentText'
import { operatorText } from '../../../components/values/operatorText'

/** Drop a report file, and read what has become of it. */
export function ReportChecker() {
  const title = useId()
  const checking = useMutation({ mutationFn: (file: string) => callBridge('periods.verifyReport', { file }) })
  const take = (event: DragEvent): void => {
    event.preventDefault()
    const [file] = pathsOf(event.dataTransfer.files)
    if (file !== undefined) checking.mutate(file)
  }
  const choose = async (): Promise<void> => {
    const [file] = (await callBridge('shell.chooseTables', {})).files
    if (file !== undefined) checking.mutate(file)
  }
  return (
    <section className="closing-checker" aria-labelledby={title} data-takes-files="" onDragOver={(event) => event.preventDefault()} onDrop={take}>
      <h3 id={title}>{t('closing.check')}</h3>
      <button type="button" className="plain closing-drop secondary" disabled={checking.isPending} onClick={() => void choose()}>{checking.isPending ? t('closing.looking') : t('closing.checkHint')}</button>
      {checking.isError ? <p role="alert" className="report-fault">{failureText(checking.error)}</p> : null}
      {checking.data ? <Verdict verified={checking.data} /> : null}
    </section>
  )
}

function Verdict({ verified: { file, state, isResaved, report, differences, doubt } }: { verified: VerifiedReportView }) {
  return (
    <div role="status" className="closing-verdict">
      <p className="cut" title={file}>{fileNameOf(file)}</p>
      <p className={`is-${state}`}>{t(`closing.check.${state}`)}{isResaved ? `${t('punctuation.clause')}${t('closing.check.resaved')}` : ''}</p>
      {doubt === null ? null : <p className="secondary">{t(`closing.check.doubt.${doubt}`)}</p>}
      {report === null ? null : (
        <p className="secondary">
          {t('closing.check.report', { label: report.label, period: report.period, version: report.frozenVersion === null ? '' : t('closing.check.version', { version: report.frozenVersion }), operator: operatorText(report.operator), at: momentText(report.at) })}
        </p>
      )}
      <ul>{differences.map(({ sheet, cell, written, found }) => <li key={`${sheet} ${cell}`} className="secondary">{t('closing.check.difference', { sheet, cell, written: written ?? t('closing.check.blank'), found: foundInWords(found) })}</li>)}</ul>
    </div>
  )
}
