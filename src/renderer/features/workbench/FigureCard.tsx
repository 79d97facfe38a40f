import { Button } from 'antd'
import type { WorkbenchFigure } from '../../../shared/bridge/workbench'
import { listed, t } from '../../../shared/text/t'
import { named } from '../../../shared/text/named'
import { spokenMeasure } from '../../../shared/text/spokenMeasure'
import { directionOf, printFigure, printGrowth } from '../../components/values/printFigure'
import { figureUnit } from './figureUnit'

interface Props {
  figure: WorkbenchFigure
  /** Whether any circular came in for the year. */
  hasCircular: boolean
  isOpen: boolean
  onOpen(): void
  onImport(): void
}

/** One of the leader's figures: own value and growth above, the received place below. No data is “—” and the way to supply it. */
export function FigureCard({ figure, hasCircular, isOpen, onOpen, onImport }: Props) {
  const { id, value, decimals, missing } = figure
  const name = t(`workbench.figure.${id}`)
  const unit = figureUnit(figure)
  const printed = printFigure(value, decimals)
  return (
    <section className="leader-figure">
      <h2 className="cut" title={name}>{name}</h2>
      {value === null ? (
        <p className="leader-value">—<span className="leader-unit">{unit}</span></p>
      ) : (
        <button type="button" className="plain leader-value" aria-expanded={isOpen} aria-label={t('workbench.open', { name, value: printed, unit })} onClick={onOpen}>
          {printed}<span className="leader-unit">{unit}</span>
        </button>
      )}
      <p className="leader-growth">{missing === null ? <Growth figure={figure} unit={unit} /> : t(missing === 'population' ? 'workbench.noPopulation' : 'workbench.noRecords')}</p>
      <div className="leader-received">
        <ReceivedPlace figure={figure} hasCircular={hasCircular} />
        {missing === null ? <p className="cut" title={remarkOf(figure)}>{remarkOf(figure)}</p> : (
          <Button type="link" size="small" onClick={onImport}>{t(missing === 'population' ? 'workbench.supply.population' : `workbench.supply.${id}`)}</Button>
        )}
      </div>
    </section>
  )
}

function Growth({ figure: { growth, previous, decimals }, unit }: { figure: WorkbenchFigure; unit: string }) {
  const direction = directionOf(growth)
  return (
    <>
      {growth === '-' ? null : <span className={direction < 0 ? 'is-down' : direction > 0 ? 'is-up' : undefined}>{printGrowth(growth)}</span>}
      {previous === null || (previous === 0 && growth === '-') ? t('workbench.previousNone') : t('workbench.previous', { value: printFigure(previous, decimals), unit })}
    </>
  )
}

function ReceivedPlace({ figure, hasCircular }: Pick<Props, 'figure' | 'hasCircular'>) {
  if (figure.received === null) return <p className="leader-none">{t(hasCircular ? 'workbench.noReceived' : 'workbench.noCircular')}</p>
  const received = spokenReceived(figure.received)
  const { rank, rival, value, unit } = received
  const print = (number: number): string => printFigure(number, decimalsOf(number))
  const ownUnit = unit.split('/')[0] ?? unit
  return (
    <>
      <p className="leader-place">
        {rank === null ? null : <span className="leader-rank">{t('workbench.place', { rank })}</span>}
        {rival === null ? null : <strong className="cut" title={gapText(rival, ownUnit)}>{gapText(rival, ownUnit)}</strong>}
      </p>
      <p className="cut" title={receivedText(received, ownUnit, print)}>{receivedText(received, ownUnit, print) || `${print(value)} ${unit}`}</p>
    </>
  )
}

type Received = NonNullable<WorkbenchFigure['received']>

/** A circular's figure in a unit that the language spoken has. */
function spokenReceived({ value, rival, unit, ...rest }: Received): Received {
  const spoken = spokenMeasure(unit)
  return { ...rest, unit: spoken.unit, value: spoken.told(value), rival: rival === null ? null : { name: rival.name, value: spoken.told(rival.value), difference: spoken.told(rival.difference) } }
}

function gapText({ name, difference }: NonNullable<Received['rival']>, unit: string): string {
  const printed = printFigure(Math.abs(difference), decimalsOf(difference))
  if (difference === 0) return t('workbench.tied', { name })
  return difference > 0 ? t('workbench.ahead', { difference: printed, unit }) : t('workbench.behindRival', { difference: printed, unit })
}

function receivedText({ value, rival }: Received, unit: string, print: (number: number) => string): string {
  return rival === null
    ? t('workbench.receivedAlone', { value: print(value), unit })
    : t('workbench.received', { value: print(value), unit, name: rival.name, rival: print(rival.value) })
}

/** As exactly as it came, two places at most. */
function decimalsOf(value: number): number {
  return Math.min(2, String(value).split('.')[1]?.length ?? 0)
}

/** A population in 万, or in ones where the language has no word for that. */
function printPeople(wan: number): string {
  const { unit, told } = spokenMeasure('万人')
  return printFigure(told(wan), unit === '人' ? 0 : 2)
}

/** The last line: how the figure came about, its parts, or how far the circular is from it. */
function remarkOf({ quotient, parts, received, decimals, unit }: WorkbenchFigure): string {
  if (quotient) return t('workbench.quotient', { count: printFigure(quotient.count), population: printPeople(quotient.denominator) })
  if (parts.length > 0) return listed(parts.map(({ label, count }) => `${named(label)} ${count}`))
  if (received?.difference === null || received === null) return ''
  return received.difference === 0 ? t('workbench.noDifference') : t('workbench.difference', { difference: printFigure(Math.abs(received.difference), decimals), unit })
}
