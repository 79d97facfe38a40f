import type { IndicatorEffect } from '../../../../shared/bridge/imports'
import { t } from '../../../../shared/text/t'
import { named } from '../../../../shared/text/named'
import { difference, figure, movedRegions, placeMove } from './effectWords'

/** The leader's indicators before and after, with the districts that moved. */
export function EffectTable({ effect }: { effect: readonly IndicatorEffect[] }) {
  return (
    <table className="effect-table">
      <thead>
        <tr>
          <th>{t('imports.result.indicator')}</th><th className="number">{t('imports.result.before')}</th><th className="number">{t('imports.result.after')}</th>
          <th className="number">{t('imports.result.difference')}</th><th>{t('imports.result.regions')}</th>
        </tr>
      </thead>
      <tbody>
        {effect.map(({ indicator, label, unit, before, after, regions }) => (
          <tr key={indicator} className={before === after ? 'is-still' : ''}>
            <td>{named(label)}<span className="secondary">{named(unit)}</span></td>
            <td className="number">{figure(before)}</td>
            <td className="number"><b>{figure(after)}</b></td>
            <td className="number">{difference(before, after)}</td>
            <td className="secondary"><span className="cut" title={regionWords(regions, '\n')}>{regionWords(regions, '　')}</span></td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function regionWords(regions: IndicatorEffect['regions'], between: string): string {
  return movedRegions(regions).map((region) => {
    const move = placeMove(region)
    return `${region.name} ${figure(region.before)} → ${figure(region.after)}${move === '' ? '' : `（${move}）`}`
  }).join(between)
}
