import { movements, type RestatementView } from '../../../../shared/bridge/periods'
import { hasText, listed, t, textOf } from '../../../../shared/text/t'
import { restatedWhy } from '../../../../shared/text/restatedWhy'
import { named } from '../../../../shared/text/named'
import { useGoTo } from '../../../components/navigation'
import { recordDestination } from '../../../components/records/recordRoute'
import { momentText } from '../../../components/values/momentText'

type RestatedRecord = RestatementView['records'][number]

/** The records behind the changes, by what happened to them, with who did it and when. */
export function RestatedRecords({ records, counts }: Pick<RestatementView, 'records' | 'counts'>) {
  const all = movements.reduce((sum, movement) => sum + counts[movement], 0)
  if (all === 0) return <p className="secondary closing-none">{t('closing.noRecords')}</p>
  return (
    <div className="closing-moved">
      {movements.map((movement) => {
        const moved = records.filter(({ change }) => change === movement)
        return counts[movement] === 0 ? null : (
          <section key={movement} className={`is-${movement}`}>
            <h4><span className="closing-dot" aria-hidden="true" />{t(`closing.movement.${movement}`)}<span className="secondary">{counts[movement]}</span></h4>
            <ul>{moved.map((record) => <Moved key={`${record.list} ${record.id}`} record={record} />)}</ul>
          </section>
        )
      })}
      {records.length < all ? <p className="secondary closing-none">{t('closing.shown', { shown: records.length, count: all })}</p> : null}
    </div>
  )
}

function Moved({ record }: { record: RestatedRecord }) {
  const goTo = useGoTo()
  const { list, key, title, from, to, change } = record
  const places = change === 'changed' ? '' : [listed(from), listed(to)].filter((place) => place !== '').join(' → ')
  const reasons = restatedWhy(record.reasons.map(reasonText), record.follows)
  return (
    <li>
      {list === null ? <span className="record-key">{key}</span> : <button type="button" className="plain link record-key" onClick={() => goTo(recordDestination(list, record))}>{key}</button>}
      <span className="cut closing-title" title={title}>{title}</span>
      <span className="secondary closing-places cut" title={places}>{places}</span>
      <span className="secondary closing-why cut" title={reasons}>{reasons}</span>
    </li>
  )
}

function reasonText({ at, operator, what, fields }: RestatedRecord['reasons'][number]): string {
  const key = `closing.reason.${what}`
  return [hasText(key) ? textOf(key) : what, listed(fields.map(named)), operator, momentText(at)].filter((part) => part !== '').join(' ')
}
