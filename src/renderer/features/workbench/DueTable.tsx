import type { Workbench } from '../../../shared/bridge/workbench'
import { t } from '../../../shared/text/t'
import { Button } from 'antd'
import { useGoTo } from '../../components/navigation'
import { printFigure } from '../../components/values/printFigure'
import type { OpenList } from './openList'

/** What ends within 30, 90 and 365 days; every number opens its list. */
export function DueTable({ due, today, onOpen }: { due: Workbench['due']; today: string; onOpen(list: OpenList): void }) {
  const steps = due[0]?.within ?? []
  const goTo = useGoTo()
  return (
    <section>
      <header>
        <h2>{t('workbench.due')}</h2>
        <span className="secondary">{t('workbench.due.today', { day: today })}</span>
        <Button type="link" size="small" onClick={() => goTo({ route: 'units', state: { kind: 'units', isDue: true } })}>{t('workbench.due.all')}</Button>
      </header>
      <table className="workbench-table">
        <thead>
          <tr>
            <th scope="col">{t('workbench.due.item')}</th>
            {steps.map(({ days, until }) => <th key={days} scope="col" title={until}>{t('workbench.due.within', { days })}</th>)}
          </tr>
        </thead>
        <tbody>
          {due.map(({ kind, within }) => (
            <tr key={kind}>
              <th scope="row">{t(`workbench.due.${kind}`)}</th>
              {within.map(({ days, count }) => {
                const title = t('workbench.due.title', { days, what: t(`workbench.due.${kind}`) })
                return (
                  <td key={days}>
                    {count === 0 ? <span className="secondary">0</span> : (
                      <button type="button" className="plain workbench-number" aria-label={`${title} ${count} ${t(`workbench.due.unit.${kind}`)}`} onClick={() => onOpen({ title: `${title}　${printFigure(count)} ${t(`workbench.due.unit.${kind}`)}`, question: { name: 'counting.worklist', input: { due: kind, days } } })}>
                        {printFigure(count)}
                      </button>
                    )}
                    <span className="secondary"> {t(`workbench.due.unit.${kind}`)}</span>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
