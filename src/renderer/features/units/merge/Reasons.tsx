import { CheckOutlined, WarningOutlined } from '@ant-design/icons'
import type { UnitCluster } from '../../../../shared/bridge/units'
import { sameFrom } from '../../../../shared/domain/units/compareNames'
import { listed, t, textOf } from '../../../../shared/text/t'
import { comparedFields, differs, fieldLabel, valueOf, type MergeDraft } from './mergeDraft'

/** Why the members look alike, what speaks against it, and what a merger does. */
export function Reasons({ cluster: { members, percent, reasons, doubts }, draft }: { cluster: UnitCluster; draft: MergeDraft }) {
  const open = comparedFields.filter((field) => differs(members, draft, field))
  return (
    <div className="unit-reasons">
      <section aria-label={t('units.why')}>
        <h2>{t('units.why')}</h2>
        {reasons.length === 0 ? <p className="secondary">{t('units.noReason')}</p> : null}
        <ul>{reasons.map((reason) => <li key={reason}><CheckOutlined className="is-good" />{textOf(`reason.${reason}`)}</li>)}</ul>
      </section>
      <section aria-label={t('units.attend')}>
        <h2>{t('units.attend')}</h2>
        {percent < sameFrom ? <p>{t('units.doubtful', { percent: sameFrom })}</p> : null}
        {doubts.length + open.length === 0 ? <p className="secondary">{t('units.noDoubt')}</p> : null}
        <ul>
          {doubts.map((doubt) => <li key={doubt}><WarningOutlined className="is-doubt" />{textOf(`doubt.${doubt}`)}</li>)}
          {open.map((field) => (
            <li key={field}>
              <WarningOutlined className="is-doubt" />
              <span>{t('units.fieldDiffers', { field: fieldLabel(field) })}<span className="secondary unit-values">{listed(members.map((member) => valueOf(member, field)).filter((value) => value !== ''))}</span></span>
            </li>
          ))}
        </ul>
        <h2>{t('units.effect')}</h2>
        <p>{t('units.effectText', { count: draft.joined.length })}</p>
        <p className="secondary">{t('units.effectUndo')}</p>
      </section>
    </div>
  )
}
