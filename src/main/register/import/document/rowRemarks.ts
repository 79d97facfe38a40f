import type { DocumentRowDetail } from '../../../../shared/bridge/batches'
import { retell } from '../../../../shared/text/retell'
import { hasText, textOf } from '../../../../shared/text/t'
import type { RowRemark } from '../../../store/changeSet'

type Remark = DocumentRowDetail['remarks'][number]

/** A row's remarks in one line: what kept it out, else what was repaired, else what was noted. */
export function reasonOf(remarks: readonly RowRemark[]): string {
  const out = remarks.find(({ verdict }) => verdict === 'rejected' || verdict === 'review' || verdict === 'skipped')
  const told = out ? [out] : remarks
  return [...new Set(told.map((remark) => sentenceOf(describeRemark(remark))))].join('；')
}

function sentenceOf({ cell, message, from, to, kind }: Remark): string {
  if (kind === 'repaired') return `${cell} ${from} → ${to}`
  return kind === 'skipped' || cell === '' ? message : `${cell} ${message}`
}

export function describeRemark({ row, verdict, detail }: RowRemark): Remark {
  const text = (name: string): string => (typeof detail[name] === 'string' || typeof detail[name] === 'number' ? String(detail[name]) : '')
  const column = text('column')
  return {
    kind: verdict, cell: column === '' ? '' : `${column}${row}`, message: messageOf(verdict, text('code'), text('message')),
    from: verdict === 'repaired' ? text('from') : text('value'), to: verdict === 'repaired' ? text('to') : '',
  }
}

function messageOf(verdict: RowRemark['verdict'], code: string, message: string): string {
  const told = `${verdict === 'notice' ? 'notice' : 'error'}.${code}`
  if (message !== '') return hasText(told) ? retell(told, message) : message
  // The values of a notice are not kept with the batch; a sentence that says nothing without them has another beside it.
  const withoutValues = `batch.notice.${code}`
  if (verdict === 'notice' && hasText(withoutValues)) return textOf(withoutValues)
  const key = { skipped: `skip.${code}`, notice: `notice.${code}`, repaired: `repair.${code}`, rejected: `reason.${code}`, review: `reason.${code}` }[verdict]
  return hasText(key) ? textOf(key, { value: '' }) : ''
}
