import type { ListKind } from '../../../shared/bridge/lists'
import { listField } from '../../../shared/domain/catalogue/listFields'
import { t } from '../../../shared/text/t'
import { named } from '../../../shared/text/named'

/** A column of a kind's grid, in the clerk's order; labels and types come from the catalogue of lists. */
export interface ViewColumn {
  field: string
  /** Heading where the catalogue's label is too long for the column. */
  title?: string
  width?: number
  /** Takes the room that is left, with a width no less than that. */
  isElastic?: true
  initialSort?: 'asc' | 'desc'
  /** Only where the window is wide. */
  isWide?: true
}

export interface RecordView {
  kind: ListKind
  /** As on its tab. */
  name: string
  /** Counting word: 478 项. */
  unit: string
  columns: readonly ViewColumn[]
  /** What the left panel groups by. */
  facets: readonly string[]
  /** What the head of the record panel shows: the first on the line of the status, the others as its title. */
  headline: readonly [key: string, ...title: string[]]
  /** Heading over the parties, in order. */
  partyWord?: string
}

const recordViews: Record<ListKind, Omit<RecordView, 'name'>> = {
  standards: {
    kind: 'standards', unit: '项', headline: ['standardNo', 'title'], partyWord: '起草单位',
    columns: [
      { field: 'standardNo', width: 142 }, { field: 'title', isElastic: true }, { field: 'publishedOn', width: 94, initialSort: 'desc' }, { field: 'effectiveOn', width: 98, isWide: true },
      { field: 'kind', width: 96, isWide: true }, { field: 'newOrRevised', width: 82, isWide: true }, { field: 'role', width: 50 }, { field: 'firstDistrict', width: 72 },
      { field: 'localUnits', title: '本市单位', width: 71 }, { field: 'unitTotal', title: '单位总数', width: 71 }, { field: 'status', width: 74, isWide: true },
    ],
    facets: ['kind', 'role', 'leadDistrict', 'district', 'year', 'newOrRevised', 'status', 'tags'],
  },
  patents: {
    kind: 'patents', unit: '件', headline: ['applicationNumber', 'title'], partyWord: '专利权人',
    columns: [
      { field: 'applicationNumber', width: 120 }, { field: 'title', isElastic: true }, { field: 'parties', width: 132 }, { field: 'type', width: 74, isWide: true }, { field: 'ownerType', width: 104, isWide: true },
      { field: 'district', width: 62 }, { field: 'filedOn', width: 88 }, { field: 'grantedOn', title: '授权公告', width: 92, initialSort: 'desc' }, { field: 'status', width: 48 }, { field: 'criteria', width: 180, isWide: true },
    ],
    facets: ['type', 'status', 'ownerType', 'district', 'year', 'criteria', 'tags'],
  },
  pct: {
    kind: 'pct', unit: '件', headline: ['pctNumber'], partyWord: '申请人',
    columns: [{ field: 'pctNumber', width: 180 }, { field: 'applicants', isElastic: true }, { field: 'district', width: 96 }, { field: 'receivedOn', width: 110, initialSort: 'desc' }],
    facets: ['district', 'year', 'tags'],
  },
  trademarks: {
    kind: 'trademarks', unit: '件', headline: ['registrationNumber', 'name'], partyWord: '注册人',
    columns: [
      { field: 'registrationNumber', width: 88 }, { field: 'name', isElastic: true }, { field: 'classes', width: 80 }, { field: 'owner', width: 140, isElastic: true }, { field: 'district', width: 62 }, { field: 'appliedOn', width: 98, isWide: true },
      { field: 'registeredOn', title: '注册公告', width: 92, isWide: true }, { field: 'termEndOn', title: '专用权止', width: 92, initialSort: 'desc' }, { field: 'status', width: 74 },
    ],
    facets: ['status', 'district', 'year', 'tags'],
  },
  units: {
    kind: 'units', unit: '家', headline: ['uscc', 'name'],
    columns: [
      { field: 'uscc', title: '信用代码', width: 168 }, { field: 'name', isElastic: true }, { field: 'formerNames', width: 150, isWide: true }, { field: 'district', width: 74 }, { field: 'zone', width: 96 }, { field: 'unitType', width: 84 },
      { field: 'address', width: 160, isElastic: true, isWide: true }, { field: 'movedOn', width: 88 }, { field: 'endedOn', width: 92, isWide: true },
    ],
    facets: ['district', 'unitType', 'zone', 'tags'],
  },
  population: {
    kind: 'population', unit: '条', headline: ['region', 'series', 'year'],
    columns: [{ field: 'region', isElastic: true }, { field: 'series', width: 120 }, { field: 'year', width: 90, initialSort: 'desc' }, { field: 'populationWan', width: 160 }],
    facets: ['year', 'series', 'region', 'tags'],
  },
  market_entities: {
    kind: 'market_entities', unit: '条', headline: ['region', 'year'],
    columns: [{ field: 'region', isElastic: true }, { field: 'year', width: 90, initialSort: 'desc' }, { field: 'entities', width: 160 }],
    facets: ['year', 'region', 'tags'],
  },
  honours: {
    kind: 'honours', unit: '条', headline: ['honour', 'recipient'],
    columns: [
      { field: 'honour', isElastic: true }, { field: 'level', width: 66 }, { field: 'session', width: 86 }, { field: 'recipient', width: 156, isElastic: true }, { field: 'objectNumber', width: 150, isWide: true },
      { field: 'district', width: 62 }, { field: 'publishedOn', width: 96, initialSort: 'desc' }, { field: 'status', width: 56 },
    ],
    facets: ['honour', 'level', 'district', 'year', 'status', 'tags'],
  },
  pilots: {
    kind: 'pilots', unit: '个', headline: ['project', 'name'],
    columns: [
      { field: 'project', isElastic: true }, { field: 'pilotType', width: 84 }, { field: 'level', width: 64 }, { field: 'name', width: 164, isElastic: true }, { field: 'district', width: 62 },
      { field: 'year', title: '年度', width: 66, initialSort: 'desc' }, { field: 'status', width: 76 },
    ],
    facets: ['pilotType', 'level', 'district', 'year', 'status', 'tags'],
  },
  indicators: {
    kind: 'indicators', unit: '条', headline: ['region', 'heading', 'period'],
    columns: [
      { field: 'region', width: 96 }, { field: 'heading', isElastic: true }, { field: 'period', width: 72, initialSort: 'desc' }, { field: 'value', width: 96 }, { field: 'unit', width: 56 },
      { field: 'growth', width: 72 }, { field: 'share', width: 72 }, { field: 'rank', width: 60 },
    ],
    facets: ['period', 'region', 'heading', 'tags'],
  },
}

const spoken = new Map<ListKind, RecordView>()

/** The view of a kind with its words in the language of the window. */
export function spokenView(kind: ListKind): RecordView {
  const known = spoken.get(kind)
  if (known !== undefined) return known
  const view = recordViews[kind]
  const told = { ...view, name: t(`recordView.${kind}`), unit: named(view.unit), ...(view.partyWord === undefined ? {} : { partyWord: named(view.partyWord) }) }
  spoken.set(kind, told)
  return told
}

/** Lists that share a place of the rail, as its tabs. */
export const recordGroups = {
  standards: ['standards'],
  patents: ['patents', 'pct'],
  trademarks: ['trademarks'],
  units: ['units', 'population', 'market_entities'],
  honours: ['honours', 'pilots', 'indicators'],
} as const satisfies Record<string, readonly ListKind[]>
export type RecordGroup = keyof typeof recordGroups

export function isRecordGroup(name: string): name is RecordGroup {
  return Object.hasOwn(recordGroups, name)
}

/** Label of a field in headings, filters and chips. */
export function fieldTitle(view: RecordView, field: string): string {
  const title = view.columns.find((column) => column.field === field)?.title ?? listField(view.kind, field)?.label
  return title === undefined ? (field === 'year' ? t('records.yearFacet') : field) : named(title)
}
