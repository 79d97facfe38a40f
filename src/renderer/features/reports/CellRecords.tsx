import { useQuery } from '@tanstack/react-query'
import type { PrintedCell } from '../../../shared/bridge/reports'
import { t } from '../../../shared/text/t'
import { named } from '../../../shared/text/named'
import { callBridge } from '../../bridge/bridgeClient'
import { failureText } from '../../bridge/failureText'
import { keyText } from '../../bridge/keyText'
import { useGoTo } from '../../components/navigation'
import { recordDestination } from '../../components/records/recordRoute'
import { divisorText } from '../../components/values/divisorText'
import { addressOf } from './paperLayout'

const shownRecords = 200

/** The records that a number of the form counts, beside it: as many as the number says. */
export function CellRecords({ cell }: { cell: PrintedCell | null }) {
  if (cell?.figure === null || cell === null) return <p className="secondary report-hint">{t('reports.pickCell')}</p>
  return <FigureRecords key={JSON.stringify(cell.figure)} address={addressOf(cell)} figure={cell.figure} />
}

/** The records that one number counts, under the address of its cell. */
export function FigureRecords({ address, figure }: { address: string; figure: NonNullable<PrintedCell['figure']> }) {
  const goTo = useGoTo()
  const { data, error } = useQuery({
    queryKey: ['reports.behind', figure],
    queryFn: async () => {
      const { handle, kind, count, named, divisor } = await callBridge('counting.records', figure)
      const { rows } = await callBridge('counting.page', { handle, from: 0, to: Math.min(count, shownRecords) })
      await callBridge('lists.close', { handle })
      return { kind, count, rows, named, divisor }
    },
  })
  return (
    <section className="cell-records">
      <h2>
        <span className="cell-address">{address}</span>
        {data === undefined ? null : t('reports.cellRecords', { count: data.count, unit: data.named?.unit ?? '' })}
      </h2>
      <p className="secondary">{named(data?.named?.label ?? '')}{figure.row === null ? '' : `${t('punctuation.clause')}${named(figure.row)}`}</p>
      {data?.divisor ? <p className="secondary">{divisorText(data.divisor)}</p> : null}
      {error === null ? null : <p role="alert" className="report-fault">{failureText(error)}</p>}
      <ul>
        {data?.rows.map((row) => (
          <li key={`${row.id} ${row.note}`}>
            <button type="button" className="plain" title={row.title} onClick={() => goTo(recordDestination(data.kind, row))}>
              <span className="record-key">{keyText(row.key)}</span>
              <span className="cut">{row.title}</span>
            </button>
          </li>
        ))}
      </ul>
      {data !== undefined && data.count > data.rows.length ? <p className="secondary">{t('reports.allRecords', { count: data.count, shown: data.rows.length })}</p> : null}
    </section>
  )
}
