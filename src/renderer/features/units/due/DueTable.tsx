import type { DueItem } from '../../../../shared/bridge/reminders'
import { listed, t, textOf } from '../../../../shared/text/t'
import { useGoTo } from '../../../components/navigation'
import { recordDestination } from '../../../components/records/recordRoute'

/** What falls due, each line with the way to its record. */
export function DueTable({ items, total }: { items: readonly DueItem[]; total: number }) {
  const goTo = useGoTo()
  return (
    <div className="due-list selectable">
      <table aria-label={t('due.title')}>
        <thead><tr>{(['due.day', 'due.what', 'due.district', 'due.key', 'due.name', 'due.about'] as const).map((key) => <th key={key}>{t(key)}</th>)}</tr></thead>
        <tbody>
          {items.map(({ kind, list, id, key, title, about, districts, day }) => (
            <tr key={`${kind} ${list} ${id}`}>
              <td>{day}</td>
              <td>{textOf(`due.kind.${kind}`)}</td>
              <td>{listed(districts) || '—'}</td>
              <td><button type="button" className="plain link" onClick={() => goTo(recordDestination(list, { key }))}>{key}</button></td>
              <td>{title || '—'}</td>
              <td>{about || '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {items.length < total ? <p className="secondary">{t('due.shown', { shown: items.length, total })}</p> : null}
    </div>
  )
}
