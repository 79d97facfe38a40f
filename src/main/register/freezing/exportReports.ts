import { reportStates, type DistrictReport, type DistrictReportsView } from '../../../shared/bridge/periods'
import { succeed, type Result } from '../../../shared/domain/result'
import { listed, t } from '../../../shared/text/t'
import type { FormCell, FormSheet } from '../../workbook/write/form/formTypes'
import { writeForms } from '../../workbook/write/form/formWriter'
import { localDate } from '../localDate'
import type { TableExport } from '../rankTable/exportTable'

const columns = ['district', 'state', 'records', 'before', 'refused', 'waiting', 'received', 'file'] as const

/**
 * Writes who has sent its standards of a period as .xlsx: who sent nothing first, then whose rows are still open.
 *
 * @returns file_not_writable, disk_full
 */
export async function exportReports(reports: DistrictReportsView, { file, office, today, at }: TableExport): Promise<Result<{ file: string }>> {
  const written = await writeForms(file, { sheets: [reportSheet(reports, office, today)], footer: t('report.footer'), creator: t('app.name'), createdAt: at })
  return written.ok ? succeed({ file }) : written
}

function reportSheet({ title, districts }: DistrictReportsView, office: string, today: string): FormSheet {
  const rows = districts.toSorted((a, b) => reportStates.indexOf(a.state) - reportStates.indexOf(b.state))
  const missing = districts.filter(({ state }) => state === 'missing').map(({ district }) => district)
  return {
    kind: 'form', name: t('report.sent.sheet'), title: t('report.sent.title', { period: title }),
    subtitle: { left: t('report.reporter', { office }), right: t('report.sent.made', { day: today }) },
    columns: columns.map((column) => (column === 'file' ? { minWidth: 20, maxWidth: 44 } : { minWidth: column === 'district' ? 12 : 10 })),
    header: columns.map((column, at) => ({ row: 0, column: at, text: t(`report.sent.${column}`) })),
    rows: rows.map((report) => columns.map((column) => cellOf(report, column))),
    notes: [
      t('report.sent.sums', { received: districts.length - missing.length, missing: missing.length, open: openRows(districts) }),
      ...(missing.length === 0 ? [] : [t('report.sent.missingNames', { districts: listed(missing) })]),
      t('report.sent.basis'),
    ].map((text, at) => t(at === 0 ? 'report.note' : 'report.noteMore', { index: at + 1, text })),
    signature: '', frozenColumns: 1, paper: 'A4',
  }
}

function cellOf(report: DistrictReport, column: (typeof columns)[number]): FormCell {
  const { newest } = report
  switch (column) {
    case 'district': return { value: report.district, align: 'center' }
    case 'state': return { value: t(`report.sent.state.${report.state}`), align: 'center' }
    case 'received': return { value: newest === null ? '' : localDate(newest.at), align: 'center', format: 'yyyy-mm-dd' }
    case 'file': return { value: newest?.file ?? '' }
    default: return { value: report[column], align: 'right' }
  }
}

function openRows(districts: readonly DistrictReport[]): number {
  return districts.reduce((sum, { refused, waiting }) => sum + refused + waiting, 0)
}
