import { t } from '../../../shared/text/t'

interface Props {
  heads: readonly string[]
  rows: readonly (readonly string[])[]
  /** Row that is looked at. */
  chosen?: number
}

/** The figures of a chart, to be read and copied. */
export function FigureTable({ heads, rows, chosen = -1 }: Props) {
  return (
    <div className="figure-table selectable" role="region" aria-label={t('ranking.chart.figures')} tabIndex={0}>
      <table>
        <thead><tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.join(' ')} className={index === chosen ? 'is-chosen' : undefined}>
              {row.map((cell, column) => <td key={heads[column]}>{cell}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
