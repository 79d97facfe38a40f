import { useQuery } from '@tanstack/react-query'
import type { DocumentRow, DocumentRowDetail } from '../../../../shared/bridge/batches'
import { t, textOf } from '../../../../shared/text/t'
import { named } from '../../../../shared/text/named'
import { callBridge } from '../../../bridge/bridgeClient'
import { useGoTo } from '../../../components/navigation'
import { recordDestination } from '../../../components/records/recordRoute'
import { toneOf } from '../importWords'
import { VerdictMark } from '../rows/VerdictMark'

/** What became of one row: what stood in its cells and what came in, and the records it supports. */
export function DocumentRowNote({ batch, opened, sheet, row }: { batch: number; opened: number; sheet: number; row: DocumentRow }) {
  const { data } = useQuery({ queryKey: ['batch', batch, opened, 'row', sheet, row.row], queryFn: () => callBridge('batches.row', { batch, sheet, row: row.row }) })
  const { verdict } = row
  return (
    <section aria-label={t('batch.row', { row: row.row })}>
      <h3>{t('batch.row', { row: row.row })}{verdict === null ? null : <VerdictMark tone={toneOf[verdict]} word={textOf(`rowVerdict.${verdict}`)} />}</h3>
      {data?.remarks.map((remark, at) => <Remark key={at} remark={remark} />)}
      {data && verdict !== null && verdict !== 'skipped' ? <Records records={data.records} /> : null}
    </section>
  )
}

function Remark({ remark: { kind, cell, message, from, to } }: { remark: DocumentRowDetail['remarks'][number] }) {
  if (kind === 'repaired' || kind === 'answered') {
    return (
      <div className="document-remark selectable">
        <p>{cell}{message === '' ? '' : ` ${message}`}{kind === 'answered' ? ` ${t('batch.answered')}` : ''}</p>
        <dl>
          <dt>{t('batch.raw')}</dt><dd>{from}</dd>
          <dt>{t('batch.stored')}</dt><dd>{kind === 'answered' && to === '' ? t('batch.leftOut') : to}</dd>
        </dl>
      </div>
    )
  }
  return <p className={`document-remark selectable is-${kind}`}>{cell === '' ? null : <b>{cell} </b>}{message}</p>
}

function Records({ records }: { records: DocumentRowDetail['records'] }) {
  const goTo = useGoTo()
  if (records.length === 0) return <p className="secondary">{t('batch.noRecords')}</p>
  return (
    <ul className="document-records" aria-label={t('batch.records')}>
      {records.map(({ kind, id, key, title, changes }) => (
        <li key={kind + key}>
          {id === null ? <span className="secondary">{key}　{t('batch.goneRecord')}</span> : (
            <button type="button" className="plain link cut" title={`${key}　${title}`} onClick={() => goTo(recordDestination(kind, { key }))}>{key}</button>
          )}
          {title === '' ? null : <p className="secondary cut" title={title}>{title}</p>}
          {changes.map(({ label, before, after }) => <p key={label}>{named(label)} <s>{before}</s> → <b>{after}</b></p>)}
        </li>
      ))}
    </ul>
  )
}
