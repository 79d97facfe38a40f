import type { ImportRow } from '../../../../shared/bridge/imports'
import { t } from '../../../../shared/text/t'
import { named } from '../../../../shared/text/named'

/** What changes in a row, was repaired, or is wrong: old and new side by side, the cell as a way back to the sheet. */
export function RowNote({ row, onShowCell }: { row: ImportRow; onShowCell(row: ImportRow): void }) {
  return (
    <span className="row-note cut" title={noteText(row)}>
      {row.cell === null ? null : (
        <button type="button" className="plain link" title={t('imports.rows.showCell')} onClick={(event) => { event.stopPropagation(); onShowCell(row) }}>{row.cell}</button>
      )}
      {row.message === null ? null : <span>{row.message}</span>}
      {row.corrections.map(({ cell, from, to }) => (
        <span key={cell}>{t('imports.rows.corrected')} {cell} <s>{from}</s> → <b>{to}</b></span>
      ))}
      {row.kept.map(({ label, from, to }) => (
        <span key={label}>{t('imports.rows.kept')} {named(label)} <b>{from}</b> <s>{to}</s></span>
      ))}
      {counted(row.repairs, repairKey).map(({ item: { cell, from, to }, count }) => (
        <span key={cell + to}>{cell === row.cell ? null : `${cell} `}<s>{from}</s> → {to}{times(count)}</span>
      ))}
      {row.changes.map(({ label, from, to }) => (
        <span key={label}>{named(label)} {from === '' ? t('imports.rows.emptyValue') : <s>{from}</s>} → <b>{to === '' ? t('imports.rows.emptyValue') : to}</b></span>
      ))}
      {counted(row.notices, (notice) => notice).map(({ item, count }) => <span key={item}>{item}{times(count)}</span>)}
    </span>
  )
}

/** The same as one text, for the whole of what may be cut. */
export function noteText({ cell, message, corrections, kept, repairs, changes, notices }: ImportRow): string {
  return [
    message === null ? null : `${cell ?? ''} ${message}`.trim(),
    ...corrections.map((written) => `${t('imports.rows.corrected')} ${written.cell} ${written.from} → ${written.to}`),
    ...kept.map(({ label, from, to }) => `${t('imports.rows.kept')} ${named(label)} ${from}（${t('imports.compare.file')} ${to}）`),
    ...counted(repairs, repairKey).map(({ item, count }) => `${item.cell} ${item.from} → ${item.to}${times(count)}`),
    ...changes.map(({ label, from, to }) => `${named(label)}${t('punctuation.colon')}${from === '' ? t('imports.rows.emptyValue') : from} → ${to === '' ? t('imports.rows.emptyValue') : to}`),
    ...counted(notices, (notice) => notice).map(({ item, count }) => `${item}${times(count)}`),
  ].filter((part) => part !== null).join('\n')
}

/** Equal things once, in their order, with how often they come. */
function counted<T>(items: readonly T[], keyOf: (item: T) => string): { item: T; count: number }[] {
  const found = new Map<string, { item: T; count: number }>()
  for (const item of items) {
    const known = found.get(keyOf(item))
    if (known) known.count++
    else found.set(keyOf(item), { item, count: 1 })
  }
  return [...found.values()]
}

function repairKey({ cell, from, to }: ImportRow['repairs'][number]): string {
  return `${cell} ${from} → ${to}`
}

function times(count: number): string {
  return count === 1 ? '' : t('imports.rows.times', { count })
}
