import type { ImportRow } from '../../../../shared/bridge/imports'
import { t } from '../../../../shared/text/t'
import { noteText } from './RowNote'

/** What is said of the current row, one remark a line: in the row itself they are cut. */
export function RemarkBar({ row }: { row: ImportRow }) {
  const title = t('imports.remarks', { row: row.row })
  return (
    <section className="comparison-bar selectable" aria-label={title}>
      <p className="secondary">{title}</p>
      {/* Equal remarks are one already. */}
      {noteText(row).split('\n').map((remark) => <p key={remark}>{remark}</p>)}
    </section>
  )
}
