import { Button } from 'antd'
import { t } from '../../../shared/text/t'
import type { ReportFormat, useProduce } from './useProduce'

interface Props {
  producing: Pick<ReturnType<typeof useProduce>, 'isProducing' | 'isPreviewing'>
  isReady: boolean
  onPreview(): void
  onProduce(format: ReportFormat): void
}

/** What becomes of a form: looked at as it prints, or written as PDF or workbook. */
export function ReportActions({ producing: { isProducing, isPreviewing }, isReady, onPreview, onProduce }: Props) {
  return (
    <span className="page-action report-actions">
      <Button loading={isPreviewing} disabled={!isReady} onClick={onPreview}>{t('print.preview')}</Button>
      <Button disabled={!isReady || isProducing} onClick={() => onProduce('pdf')}>{t('print.exportPdf')}</Button>
      <Button type="primary" loading={isProducing} disabled={!isReady} onClick={() => onProduce('xlsx')}>{t('print.exportExcel')}</Button>
    </span>
  )
}
