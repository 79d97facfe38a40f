import type { CrosstabQuestion } from '../../../shared/bridge/crosstab'
import { listKinds, type ListKind } from '../../../shared/bridge/lists'
import { listDefinitions, listField, type ListField } from '../../../shared/domain/catalogue/listFields'
import type { TableShare } from '../../../shared/domain/crosstab/tableShare'
import { named } from '../../../shared/text/named'
import { t } from '../../../shared/text/t'
import type { AskedList } from '../../components/navigation'

/** What a cross table is made of and how it is shown. */
export interface CrosstabChoice {
  kind: ListKind
  /** Names of fields; dates by quarter or month as `publishedOn:month`. */
  rows: string
  columns: string
  split: string | null
  /** Field that is added up; null counts records. */
  sum: string | null
  share: TableShare
  /** Only the records that this indicator counts in the period. */
  indicator: string | null
  period: string | null
  search: string
  filters: AskedList['filters']
}

type Sides = Pick<CrosstabChoice, 'rows' | 'columns' | 'sum'> & Partial<Pick<CrosstabChoice, 'split'>>

/** What a kind is most asked by. */
const usualSides: Record<ListKind, Sides> = {
  standards: { rows: 'district', columns: 'kind', sum: null },
  patents: { rows: 'district', columns: 'type', sum: null },
  trademarks: { rows: 'district', columns: 'registeredOn', sum: null },
  units: { rows: 'district', columns: 'unitType', sum: null },
  honours: { rows: 'district', columns: 'level', sum: null },
  pilots: { rows: 'district', columns: 'level', sum: null },
  pct: { rows: 'district', columns: 'receivedOn', sum: null },
  // A census and a year's end say the same twice.
  population: { rows: 'region', columns: 'year', sum: 'populationWan', split: 'series' },
  market_entities: { rows: 'region', columns: 'year', sum: 'entities' },
  indicators: { rows: 'region', columns: 'heading', sum: 'value' },
}

export function choiceFor(kind: ListKind): CrosstabChoice {
  return { kind, split: null, ...usualSides[kind], share: 'none', indicator: null, period: null, search: '', filters: [] }
}

/** A table of a list that another page asks for; the sides last looked at stay where the kind is the same. */
export function choiceOf(asked: AskedList, last: CrosstabChoice): CrosstabChoice {
  const kind = listKinds.find((known) => known === asked.kind) ?? last.kind
  const sides = kind === last.kind ? { ...last, indicator: null, period: null } : choiceFor(kind)
  return { ...sides, search: asked.search, filters: asked.filters }
}

/** As the bridge takes it. */
export function questionOf({ kind, rows, columns, split, sum, indicator, period, search, filters }: CrosstabChoice): CrosstabQuestion {
  return {
    query: { kind, search, filters: filters.map(({ field, values, match }) => ({ field, values: [...values], ...(match === undefined ? {} : { match }) })), sort: [] },
    rows, columns, ...(split === null ? {} : { split }), ...(sum === null ? {} : { sum }), ...(period === null ? {} : { period }), ...(indicator === null ? {} : { indicator }),
  }
}

/** The field of a side, and what the side is called: 发布日期（月）. */
export function sideField(kind: ListKind, side: string): ListField | undefined {
  return listField(kind, side.split(':')[0] ?? '')
}

export function sideLabel(kind: ListKind, side: string): string {
  const [name = '', grain = 'year'] = side.split(':')
  const field = listField(kind, name)
  if (field?.type !== 'date') return named(field?.label ?? name)
  return t('crosstab.dateSide', { field: named(field.label), grain: t(grain === 'month' ? 'crosstab.grain.month' : grain === 'quarter' ? 'crosstab.grain.quarter' : 'crosstab.grain.year') })
}

/** Fields with few values come first: they make tables that can be read. */
const smallTypes: ReadonlySet<ListField['type']> = new Set(['choice', 'choices', 'district', 'districts', 'flag', 'date', 'numbers'])

/** What can stand on a side: everything but the key, of which each record has its own. */
export function sidesOf(kind: ListKind): string[] {
  const fields = listDefinitions[kind].fields.slice(1)
  const inOrder = [...fields.filter(({ type }) => smallTypes.has(type)), ...fields.filter(({ type }) => !smallTypes.has(type))]
  return inOrder.flatMap(({ name, type }) => (type === 'date' ? [name, `${name}:quarter`, `${name}:month`] : [name]))
}

/** What can be added up: amounts, not years and places. */
export function sumsOf(kind: ListKind): ListField[] {
  return listDefinitions[kind].fields.filter(({ name, type }) => type === 'number' && name !== 'year' && name !== 'rank')
}

const storageKey = 'crosstab.choice'

/** Which table it was is kept for the next time; whose records they were is not. */
export function rememberChoice({ kind, rows, columns, split, sum, share }: CrosstabChoice): void {
  localStorage.setItem(storageKey, JSON.stringify({ kind, rows, columns, split, sum, share }))
}

export function rememberedChoice(): CrosstabChoice {
  try {
    return restored(JSON.parse(localStorage.getItem(storageKey) ?? '{}'))
  } catch {
    return choiceFor('standards')
  }
}

function restored(kept: unknown): CrosstabChoice {
  const text = (name: string): string | null => {
    const value: unknown = typeof kept === 'object' && kept !== null ? Reflect.get(kept, name) : null
    return typeof value === 'string' ? value : null
  }
  const kind = listKinds.find((known) => known === text('kind')) ?? 'standards'
  const usual = choiceFor(kind)
  const side = (name: string): string | null => sidesOf(kind).find((known) => known === text(name)) ?? null
  const sum = text('sum')
  return {
    ...usual, rows: side('rows') ?? usual.rows, columns: side('columns') ?? usual.columns, split: side('split'),
    sum: sumsOf(kind).some(({ name }) => name === sum) ? sum : null,
    share: (['row', 'column', 'table'] as const).find((known) => known === text('share')) ?? 'none',
  }
}
