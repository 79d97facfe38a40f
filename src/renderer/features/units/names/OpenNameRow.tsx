import { Button } from 'antd'
import { useState } from 'react'
import type { OpenName, UnitCounts } from '../../../../shared/bridge/units'
import { sameFrom } from '../../../../shared/domain/units/compareNames'
import { listed, t, textOf } from '../../../../shared/text/t'
import { UnitSelect } from '../UnitSelect'

interface Props {
  name: OpenName
  isBusy: boolean
  onProfile(unit: string): void
  /** Makes the name one of a unit, given by its code. */
  onJoin(unit: string): void
  onApart(unit: string): void
  onNew(): void
}

/** A name, the records it stands in, the units it may be with the reasons, and what can be done about it. */
export function OpenNameRow({ name: { name, otherNames, code, counts, candidates }, isBusy, onProfile, onJoin, onApart, onNew }: Props) {
  const [isChoosing, setChoosing] = useState(false)
  return (
    <tr>
      <td>
        <button type="button" className="plain link" onClick={() => onProfile(name)}>{name}</button>
        {otherNames.length === 0 && code === null ? null : <span className="secondary unit-values">{listed([code, ...otherNames].filter((text) => text !== null))}</span>}
      </td>
      <td>{countsText(counts)}</td>
      <td>
        {candidates.length === 0 ? <span className="secondary">{t('units.noCandidate')}</span> : null}
        {candidates.map((unit) => (
          <div key={unit.ref} className="unit-candidate">
            <button type="button" className="plain link" onClick={() => onProfile(unit.ref)}>{unit.name}</button>
            <span className={unit.percent >= sameFrom ? 'unit-percent is-sure' : 'unit-percent'}>{t('units.percent', { percent: unit.percent })}</span>
            <span className="secondary unit-candidate-why">{[...unit.doubts.map((doubt) => textOf(`doubt.${doubt}`)), ...unit.reasons.map((reason) => textOf(`reason.${reason}`))].join(t('punctuation.clause'))}</span>
            <Button size="small" disabled={isBusy} aria-label={t('units.joinTo', { name, unit: unit.name })} onClick={() => onJoin(unit.ref)}>{t('units.joinButton')}</Button>
            <Button size="small" type="text" disabled={isBusy} aria-label={t('units.apartFrom', { name, unit: unit.name })} onClick={() => onApart(unit.ref)}>{t('units.apartButton')}</Button>
          </div>
        ))}
        {isChoosing ? <UnitSelect isBusy={isBusy} onChoose={onJoin} onClose={() => setChoosing(false)} /> : null}
      </td>
      <td className="unit-name-actions">
        <Button size="small" type="text" disabled={isBusy} onClick={() => setChoosing(!isChoosing)}>{t('units.joinOther')}</Button>
        <Button size="small" disabled={isBusy} onClick={onNew}>{t('units.newUnit')}</Button>
      </td>
    </tr>
  )
}

function countsText({ standards, lead, patents, validPatents, trademarks, pct, honours, pilots }: UnitCounts): string {
  const parts = [
    standards === 0 ? '' : `${t('units.kind.standards')} ${t('units.standardsText', { standards, lead })}`,
    patents === 0 ? '' : `${t('units.kind.patents')} ${t('units.patentsText', { patents, validPatents })}`,
    trademarks === 0 ? '' : `${t('units.kind.trademarks')} ${t('units.pieces', { count: trademarks })}`,
    pct === 0 ? '' : `${t('units.kind.pct')} ${t('units.pieces', { count: pct })}`,
    honours + pilots === 0 ? '' : t('units.honoursText', { honours, pilots }),
  ]
  return parts.filter((part) => part !== '').join(t('punctuation.part'))
}
