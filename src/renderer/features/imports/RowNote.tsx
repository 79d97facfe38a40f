import type { ImportRow } from '../../../shared/bridge/imports'
import { t } from '../../../shared/text/t'

/** What changes in a row, was repaired, or is wrong: old and new side by side, the cell as a way back to the sheet. */
export function RowNote({ row, onShowCell }: { row: ImportRow; onShowCell(row: ImportRow): void }) {
  return (
    <span className="row-note cut" title={noteText(row)}>
      {row.cell === null ? null : (
        <button type="button" className="plain link" title={t('imports.rows.showCell')} onClick={(event) => { event.stopPropagation(); onShowCell(row) }}>{row.cell}</button>
      )}
      {row.message === null ? null : <span>{row.message}</span>}
      {row.repairs.map(({ cell, from, to }) => (
        <span key={cell + to}>{cell === row.cell ? null : `${cell} `}<s>{from}</s> → {to}</span>
      ))}
      {row.changes.map(({ label, from, to }) => (
        <span key={label}>{label} {from === '' ? t('imports.rows.emptyValue') : <s>{from}</s>} → <b>{to === '' ? t('imports.rows.emptyValue') : to}</b></span>
      ))}
      {row.notices.map((notice) => <span key={notice}>{notice}</span>)}
    </span>
  )
}

/** The same as one text, for the whole of what may be cut. */
export function noteText({ cell, message, repairs, changes, notices }: ImportRow): string {
  return [
    message === null ? null : `${cell ?? ''} ${message}`.trim(),
    ...repairs.map((repair) => `${repair.cell} ${repair.from} → ${repair.to}`),
    ...changes.map(({ label, from, to }) => `${label}：${from === '' ? t('imports.rows.emptyValue') : from} → ${to === '' ? t('imports.rows.emptyValue') : to}`),
    ...notices,
  ].filter((part) => part !== null).join('\n')
}
