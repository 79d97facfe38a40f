import { textOf } from '../../shared/text/t'
import { routes, type Route, type RouteId } from './routes'

interface Props {
  current: RouteId
  /** Without a register only the start page and the settings can be reached. */
  hasRegister: boolean
  onChoose(id: RouteId): void
}

const reachableWithoutRegister: ReadonlySet<RouteId> = new Set(['workbench', 'settings'])

export function NavigationRail({ current, hasRegister, onChoose }: Props) {
  const item = ({ id, text, icon: Icon }: Route) => (
    <li key={id}>
      <button
        type="button"
        className="plain rail-item"
        aria-current={id === current ? 'page' : undefined}
        disabled={!hasRegister && !reachableWithoutRegister.has(id)}
        onClick={() => onChoose(id)}
      >
        <Icon />
        {textOf(text)}
      </button>
    </li>
  )
  return (
    <nav className="rail">
      {(['records', 'work', 'foot'] as const).map((group) => (
        <ul key={group} className={`rail-${group}`}>
          {routes.filter((route) => route.group === group).map(item)}
        </ul>
      ))}
    </nav>
  )
}
