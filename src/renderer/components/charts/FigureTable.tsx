import { t } from '../../../shared/text/t'

interface Props {
  heads: readonly string[]
  rows: readonly (readonly string[])[]
  /** Row that is looked at. */
  chosen?: number
}

/** The figures of a chart, to be read and copied. */
export function FigureTable({ heads, rows, chosen = -1 }: Props) {
  const hasWords = heads.map((_head, column) => rows.length > 0 && rows.every((row) => /^\p{L}/u.test(row[column] ?? '')))
  const look = (column: number): string | undefined => (hasWords[column] ? 'words' : undefined)
  return (
    <div className="figure-table selectable" role="region" aria-label={t('ranking.chart.figures')} tabIndex={0}>
      <table>
        <thead><tr>{heads.map((head, column) => <th key={head} scope="col" className={look(column)}>{head}</th>)}</tr></thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.join(' ')} className={index === chosen ? 'is-chosen' : undefined}>
              {row.map((cell, column) => <td key={heads[column]} className={look(column)}>{cell}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
