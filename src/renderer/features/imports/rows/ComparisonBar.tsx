import { Button } from 'antd'
import type { ImportRow } from '../../../../shared/bridge/imports'
import { t } from '../../../../shared/text/t'
import { named } from '../../../../shared/text/named'

interface Props {
  row: ImportRow
  isBusy: boolean
  onKeep(row: ImportRow, field: string, isForAll: boolean): void
}

/** The current row beside the register: each field that it changes, old and new, which is taken unless it is kept. */
export function ComparisonBar({ row, isBusy, onKeep }: Props) {
  const title = t('imports.compare.title', { row: row.row })
  return (
    <section className="comparison-bar" aria-label={title}>
      <table>
        <thead><tr><th>{title}</th><th>{t('imports.compare.register')}</th><th>{t('imports.compare.file')}</th><th /></tr></thead>
        <tbody>
          {row.changes.map(({ field, label, from, to, canKeep }) => (
            <tr key={field}>
              <th scope="row" className="cut" title={named(label)}>{named(label)}</th>
              <td className="cut" title={from}>{from === '' ? t('imports.rows.emptyValue') : from}</td>
              <td className="cut" title={to}><b>{to === '' ? t('imports.rows.emptyValue') : to}</b></td>
              <td className="comparison-tools">
                {canKeep ? <Button size="small" disabled={isBusy} onClick={() => onKeep(row, field, false)}>{t('imports.compare.keep')}</Button> : null}
                {canKeep ? <Button size="small" type="text" disabled={isBusy} onClick={() => onKeep(row, field, true)}>{t('imports.compare.keepAll')}</Button> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
