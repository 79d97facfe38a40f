import { Select } from 'antd'
import type { ImportDetail, ImportJob, SheetColumns } from '../../../../shared/bridge/imports'
import { listed, t, textOf } from '../../../../shared/text/t'
import { named } from '../../../../shared/text/named'
import { EmptyState } from '../../../components/feedback/EmptyState'
import { FailureBanner } from '../../../components/feedback/FailureBanner'
import { useSheetColumns } from '../useImports'

interface Props {
  job: ImportJob
  detail: ImportDetail
  sheetIndex: number
  onSheetIndex(index: number): void
  onColumn(column: string, field: string | null): void
}

/** Step two: which column goes where, with what stands in it. */
export function ColumnsStep({ job, detail, sheetIndex, onSheetIndex, onColumn }: Props) {
  const { data, isPending } = useSheetColumns(job, sheetIndex)
  const sheets = detail.sheets.filter(({ rows }) => rows > 0)
  const kind = detail.sheets.find(({ index }) => index === sheetIndex)?.kind ?? null
  if (!data && !isPending) return <EmptyState text={t('imports.notRead')} />
  const columns = data?.columns ?? []
  const used = columns.filter(({ field }) => field !== null).length
  return (
    <section className="import-centre">
      <div className="import-bar">
        <strong className="cut">{job.file}</strong>
        {kind === null ? null : <span className="secondary">{textOf(`kind.${kind}`)}</span>}
        {data ? <span className="secondary">{t('imports.columns.summary', { used, unused: columns.length - used })}</span> : null}
        {sheets.length < 2 ? null : <Select size="small" className="import-sheet-choice" aria-label={t('imports.layout.sheet')} value={sheetIndex} options={sheets.map(({ index, name }) => ({ value: index, label: name ?? '' }))} onChange={onSheetIndex} />}
      </div>
      {data === undefined || data.missing.length === 0 ? null : <FailureBanner text={t('imports.columns.missing', { fields: listed(data.missing.map(named)) })} />}
      <div className="import-scroll">
        <table className="column-table">
          <thead><tr><th>{t('imports.columns.column')}</th><th>{t('imports.columns.header')}</th><th>{t('imports.columns.field')}</th><th>{t('imports.columns.samples')}</th></tr></thead>
          <tbody>{columns.map((column) => <ColumnRow key={column.column} column={column} fields={data?.fields ?? []} onColumn={onColumn} />)}</tbody>
        </table>
      </div>
    </section>
  )
}

function ColumnRow({ column, fields, onColumn }: { column: SheetColumns['columns'][number]; fields: SheetColumns['fields']; onColumn: Props['onColumn'] }) {
  const { field, fieldLabel, header, samples, isRequired } = column
  const known = fields.some((candidate) => candidate.field === field)
  const options = [
    { value: '', label: t('imports.columns.unused') },
    ...(field !== null && !known ? [{ value: field, label: named(fieldLabel ?? field) }] : []),
    ...fields.map((candidate) => ({ value: candidate.field, label: named(candidate.label) })),
  ]
  return (
    <tr className={field === null ? 'is-unused' : ''}>
      <td className="column-letter">{column.column}</td>
      <td><span className="cut" title={header}>{header}</span></td>
      <td>
        <Select size="small" showSearch={{ optionFilterProp: 'label' }} aria-label={`${column.column} ${t('imports.columns.field')}`} value={field ?? ''} options={options} onChange={(value: string) => onColumn(column.column, value === '' ? null : value)} />
        {isRequired ? <span className="secondary">{t('imports.columns.required')}</span> : null}
      </td>
      <td className="secondary"><span className="cut" title={samples.join('\n')}>{samples.join('　')}</span></td>
    </tr>
  )
}
