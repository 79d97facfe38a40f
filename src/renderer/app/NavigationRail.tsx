import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons'
import { t, textOf } from '../../shared/text/t'
import { routes, type Route, type RouteId } from './routes'

interface Props {
  current: RouteId
  /** Without a register only the start page and the settings can be reached. */
  hasRegister: boolean
  /** Icons alone, 48 px. */
  isNarrow: boolean
  onChoose(id: RouteId): void
  onResize(): void
}

const reachableWithoutRegister: ReadonlySet<RouteId> = new Set(['workbench', 'settings'])

export function NavigationRail({ current, hasRegister, isNarrow, onChoose, onResize }: Props) {
  const item = ({ id, text, icon: Icon }: Route) => (
    <li key={id}>
      <button
        type="button"
        className="plain rail-item"
        aria-current={id === current ? 'page' : undefined}
        aria-label={textOf(text)}
        title={isNarrow ? textOf(text) : undefined}
        disabled={!hasRegister && !reachableWithoutRegister.has(id)}
        onClick={() => onChoose(id)}
      >
        <Icon />
        {isNarrow ? null : textOf(text)}
      </button>
    </li>
  )
  const Fold = isNarrow ? MenuUnfoldOutlined : MenuFoldOutlined
  const foldText = t(isNarrow ? 'frame.expand' : 'frame.collapse')
  return (
    <nav className="rail" aria-label={t('frame.rail')}>
      {(['records', 'work', 'foot'] as const).map((group) => (
        <ul key={group} className={`rail-${group}`}>
          {routes.filter((route) => route.group === group).map(item)}
        </ul>
      ))}
      <button type="button" className="plain rail-fold" aria-label={foldText} title={foldText} onClick={onResize}><Fold /></button>
    </nav>
  )
}
