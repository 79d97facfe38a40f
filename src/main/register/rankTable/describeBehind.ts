import type { BehindRow } from '../../../shared/bridge/counting'
import { kindDefinitions } from '../../../shared/domain/catalogue/fields'
import { filterLabel } from '../../../shared/domain/catalogue/filters'
import { listDefinitions, type ListField, type ListKind } from '../../../shared/domain/catalogue/listFields'
import { listed, t } from '../../../shared/text/t'
import { named } from '../../../shared/text/named'
import type { RecordFields } from '../../store/registerStore'
import { packDate } from '../columns/packedDate'
import { createCellContext } from '../lists/cellContext'
import { cellReader, localUnits, readFieldsOf, type CellContext, type ListCell } from '../lists/rowCells'
import type { RegisterSession } from '../opened/session'
import type { BehindList } from './behindList'

/** As many classes as a mark can have: how far back a page looks to know which class comes next. */
const mostClasses = 45

/** The rows [from, to) as a clerk checks them: number, title, whose it is, the day that counts, and what made it count. */
export async function describeBehind(session: RegisterSession, list: BehindList, from: number, to: number, today: string): Promise<BehindRow[]> {
  const start = Math.max(0, from - (list.kind === 'trademarks' && !list.isEachOnce ? mostClasses : 0))
  const ids = Array.from(await list.ids(start, to))
  const { record } = listDefinitions[list.kind]
  const { key } = kindDefinitions[record]
  const records = await session.store.records.fieldsOf(record, ids.slice(from - start), [key, ...readFields(list.kind)])
  const context = await createCellContext(await session.columns.current(), packDate(today))
  const seen = new Map<number, number>()
  for (const id of ids.slice(0, from - start)) seen.set(id, (seen.get(id) ?? 0) + 1)
  const describe = describer(list, context)
  return records.map((record) => {
    const times = seen.get(record.id) ?? 0
    seen.set(record.id, times + 1)
    return { id: record.id, key: String(record.values[key] ?? ''), ...describe(record, times) }
  })
}

type Description = Pick<BehindRow, 'title' | 'party' | 'date' | 'note'> & { key?: string }

/** What the rows of a kind are made from, the key apart. */
function readFields(kind: ListKind): string[] {
  if (kind === 'standards') return ['title', 'publishedOn', 'drafting', 'listLength', 'listComplete']
  return [...readFieldsOf(kind, shownFields(kind)), ...shown[kind].title]
}

function shownFields(kind: Exclude<ListKind, 'standards'>): ListField[] {
  const { head, title, party, date, note } = shown[kind]
  return fieldsOf(kind, [...(head ?? []), ...title, party, ...date, ...note])
}

/** Describes the records of a page; what their kind shows is looked up once. */
function describer(list: BehindList, context: CellContext): (record: RecordFields, times: number) => Description {
  const { kind } = list
  if (kind === 'standards') return (record) => describeStandard(list, record, context)
  const { head, title, party, date, note } = shown[kind]
  const cellsOf = cellReader(kind, shownFields(kind), context)
  return (record, times) => {
    const cells = cellsOf(record)
    return {
      ...(head ? { key: head.map((field) => text(cells[field])).find((name) => name !== '') ?? '' } : {}),
      // The title of a PCT application is in no list.
      title: title.map((field) => text(cells[field]) || storedText(record, field)).filter((part) => part !== '').join(' '),
      party: text(cells[party]),
      date: date.map((field) => text(cells[field])).find((day) => day !== '') ?? null,
      note: noteOf(kind, cells, note, list.isEachOnce ? null : times),
    }
  }
}

interface Shown {
  /** What stands first where the key is put together from words. */
  head?: readonly string[]
  title: readonly string[]
  party: string
  /** The first that is known. */
  date: readonly string[]
  note: readonly string[]
}

const shown: Record<Exclude<ListKind, 'standards'>, Shown> = {
  patents: { title: ['title'], party: 'parties', date: ['grantedOn', 'filedOn'], note: ['criteria'] },
  trademarks: { title: ['name'], party: 'owner', date: ['termEndOn', 'registeredOn', 'appliedOn'], note: ['classes'] },
  units: { title: ['name'], party: 'address', date: ['movedOn'], note: ['unitType'] },
  honours: { head: ['recipient', 'objectNumber'], title: ['honour', 'level'], party: 'objectNumber', date: ['publishedOn'], note: ['session'] },
  pilots: { head: ['name'], title: ['project', 'pilotType'], party: 'level', date: ['year'], note: ['status'] },
  pct: { title: ['title'], party: 'applicants', date: ['receivedOn'], note: ['district'] },
  population: { title: ['region'], party: 'region', date: ['year'], note: ['populationWan'] },
  market_entities: { title: ['region'], party: 'region', date: ['year'], note: ['entities'] },
  indicators: { title: ['heading'], party: 'region', date: ['period'], note: ['value'] },
}

function fieldsOf(kind: ListKind, names: readonly string[]): ListField[] {
  return listDefinitions[kind].fields.filter(({ name }) => names.includes(name))
}

/** @param times  rows of the same record before this one; null where there are none of which it is one */
function noteOf(kind: ListKind, cells: Record<string, ListCell>, [field = '']: readonly string[], times: number | null): string {
  const cell = cells[field]
  if (kind === 'trademarks') {
    const classes = Array.isArray(cell) ? (times === null ? cell : cell.slice(times, times + 1)) : []
    return classes.length === 0 ? '' : t('ranking.class', { number: classes.join('、') })
  }
  if (kind === 'patents') return Array.isArray(cell) ? listed(cell.map((criterion) => named(filterLabel('criterion', String(criterion))))) : ''
  return text(cell)
}

function storedText({ values }: RecordFields, field: string): string {
  const value = values[field]
  return typeof value === 'string' ? value : ''
}

function text(cell: ListCell | undefined): string {
  const first = Array.isArray(cell) ? cell[0] : cell
  return first === null || first === undefined ? '' : String(first)
}

/** The first unit of the asked district in the list makes the standard count there. */
function describeStandard(list: BehindList, { values }: RecordFields, context: CellContext): Description {
  const here = localUnits(values, context).filter(({ place }) => list.belongs(place))
  const first = here.toSorted((a, b) => a.position - b.position)[0]
  const drafting = values['drafting']
  const known = Array.isArray(drafting) ? drafting.length : 0
  const total = typeof values['listLength'] === 'number' ? values['listLength'] : values['listComplete'] === 1 ? known : null
  return {
    title: String(values['title'] ?? ''), party: first?.name ?? '', date: typeof values['publishedOn'] === 'string' ? values['publishedOn'] : null,
    note: first ? placeInList(first.position, total) : '',
  }
}

/** @param total  null where the source gives only a part of the list */
function placeInList(position: number, total: number | null): string {
  return total === null ? t('ranking.behind.rank', { rank: position }) : t('ranking.behind.position', { position, total })
}
