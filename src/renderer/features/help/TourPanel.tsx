import { Button } from 'antd'
import { t, textOf } from '../../../shared/text/t'
import type { Destination } from '../../components/navigation'
import './help.css'

const steps = [
  { id: 'directory', route: 'imports' },
  { id: 'surveys', route: 'imports' },
  { id: 'records', route: 'standards' },
  { id: 'edit', route: 'standards' },
  { id: 'ranking', route: 'ranking' },
  { id: 'report', route: 'reports' },
  { id: 'undo', route: 'imports' },
] as const satisfies readonly { id: string; route: Destination['route'] }[]

interface Props {
  step: number
  /** Goes to the step's page as well. */
  onStep(step: number, route: Destination['route']): void
  onEnd(): void
}

/** Ten minutes with the samples: what to do next, in a corner that leaves the page free. */
export function TourPanel({ step, onStep, onEnd }: Props) {
  const current = steps[step] ?? steps[0]
  const move = (to: number): void => onStep(to, steps[to]?.route ?? current.route)
  return (
    <aside className="tour" aria-label={t('help.tour')}>
      <p className="secondary">{t('help.tour')}　{t('help.tourStep', { step: step + 1, count: steps.length })}</p>
      <h2>{textOf(`tour.${current.id}`)}</h2>
      <p>{textOf(`tour.${current.id}What`)}</p>
      <div className="tour-actions">
        {step < steps.length - 1 ? <Button type="text" onClick={onEnd}>{t('help.tourEnd')}</Button> : null}
        <span />
        <Button disabled={step === 0} onClick={() => move(step - 1)}>{t('help.tourBack')}</Button>
        {step < steps.length - 1 ? <Button type="primary" onClick={() => move(step + 1)}>{t('help.tourNext')}</Button> : <Button type="primary" onClick={onEnd}>{t('help.tourEnd')}</Button>}
      </div>
    </aside>
  )
}

export const firstTourRoute: Destination['route'] = steps[0].route
