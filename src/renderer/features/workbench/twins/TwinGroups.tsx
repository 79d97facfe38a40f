import type { TwinGroup } from '../../../../shared/bridge/twins'
import { t } from '../../../../shared/text/t'
import { keyText } from '../../../bridge/keyText'
import { printFigure } from '../../../components/values/printFigure'
import '../../../components/compare/compare.css'

interface Props {
  groups: readonly TwinGroup[]
  /** Groups there are, these and those that are not listed yet. */
  total: number
  current: TwinGroup | undefined
  onChoose(group: TwinGroup): void
}

/** The groups that wait for a decision. */
export function TwinGroups({ groups, total, current, onChoose }: Props) {
  return (
    <aside className="compare-groups" aria-label={t('twins.groupList')}>
      <h2>{t('twins.groups', { count: printFigure(total) })}</h2>
      <ul>
        {groups.map((group) => (
          <li key={group.ids[0]}>
            <button type="button" className="plain compare-group" aria-current={group === current ? 'true' : undefined} onClick={() => onChoose(group)}>
              <span className="compare-group-name cut" title={group.title}>{group.title}</span>
              <span className="compare-group-why secondary cut" title={keyText(group.key)}>{keyText(group.key)}</span>
              <span className="secondary">{t('twins.records', { count: group.count })}</span>
            </button>
          </li>
        ))}
      </ul>
      {total > groups.length ? <p className="compare-groups-foot secondary">{t('twins.shown', { shown: groups.length })}</p> : null}
    </aside>
  )
}
