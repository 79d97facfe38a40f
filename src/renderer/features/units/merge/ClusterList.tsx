import { Button } from 'antd'
import { sameFrom } from '../../../../shared/domain/units/compareNames'
import type { UnitCluster } from '../../../../shared/bridge/units'
import { t, textOf } from '../../../../shared/text/t'
import { printFigure } from '../../../components/values/printFigure'
import '../../../components/compare/compare.css'

interface Props {
  clusters: readonly UnitCluster[]
  total: number
  current: UnitCluster | undefined
  isBusy: boolean
  onChoose(cluster: UnitCluster): void
  onMergeCertain(): void
}

/** The groups that wait, most certain first; what is certain can be merged at once. */
export function ClusterList({ clusters, total, current, isBusy, onChoose, onMergeCertain }: Props) {
  const certain = clusters.filter(({ percent }) => percent >= sameFrom).length
  return (
    <aside className="compare-groups" aria-label={t('units.groupList')}>
      <h2>{t('units.groupCount', { count: printFigure(total) })}</h2>
      <ul>
        {clusters.map((cluster) => (
          <li key={cluster.key}>
            <button type="button" className="plain compare-group" aria-current={cluster === current ? 'true' : undefined} onClick={() => onChoose(cluster)}>
              <span className="compare-group-name cut" title={cluster.members[0]?.name}>{cluster.members[0]?.name}</span>
              <span className="compare-group-why secondary cut" title={whyText(cluster)}>{whyText(cluster)}</span>
              <span className={cluster.percent >= sameFrom ? 'unit-percent is-sure' : 'unit-percent'}>{t('units.percent', { percent: cluster.percent })}</span>
            </button>
          </li>
        ))}
      </ul>
      {certain === 0 ? null : (
        <div className="compare-groups-foot">
          <p className="secondary">{t('units.certainHint', { count: certain, percent: sameFrom })}</p>
          <Button size="small" disabled={isBusy} onClick={onMergeCertain}>{t('units.mergeCertain', { percent: sameFrom })}</Button>
        </div>
      )}
    </aside>
  )
}

function whyText({ members, reasons, doubts }: UnitCluster): string {
  const why = [...doubts.map((doubt) => textOf(`doubt.${doubt}`)), ...reasons.map((reason) => textOf(`reason.${reason}`))]
  return t('units.groupWhy', { count: members.length, why: why[0] ?? '' })
}
