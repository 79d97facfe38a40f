import type { StatedValues, StatementClass } from '../../../../shared/domain/merging/statement'
import type { RecordKind } from '../../../../shared/domain/catalogue/fields'
import type { ImportKind } from '../../../../shared/domain/catalogue/headings'
import type { Mapping } from '../table/columnFields'
import type { Header } from '../table/header'
import type { ColumnSpan } from '../table/recognised'
import type { GroupField } from '../table/sections'
import type { TitleFacts } from '../table/titleFacts'
import type { RowReader } from '../sheet/rowReader'
import type { DistrictDirectory, PlaceInDoubt } from '../districtDirectory'
import type { DistrictBefore } from '../owners/sheetsBefore'
import type { KnownUnits } from '../knownUnits'

/** What a judge knows besides the row: the sheet's surroundings and the register's directories. */
export interface SheetContext {
  kind: ImportKind
  fileName: string
  sheet: string | null
  header: Header
  mapping: Mapping
  title: TitleFacts
  districts: DistrictDirectory
  units: KnownUnits
  /** ISO day that counts as now. */
  today: string
  /** Day the sheet's statuses speak of, where known. */
  statusDate: string | null
  /** Reporter's district code, by --district, title line, sheet or file name. */
  reporterDistrict: string | null
  /** What title, sheet or file name says of the reporter's district, where it may be any of several. */
  placeInDoubt: PlaceInDoubt | null
  /** What the sheets before say of the district, where this one says nothing; its code is the reporter's then. */
  districtBefore: DistrictBefore | null
  /** Whether the file is a form of this program: its district then holds for every row that says none. */
  isTemplate: boolean
  /** The columns that are the table's, where another one stands beside it. */
  span: ColumnSpan | null
}

/** One record's worth of a row. */
export interface RowStatement {
  key: string
  values: StatedValues
  /** Keys that an earlier file may have given the same record, when its unit was not yet known by its code. */
  otherKeys?: readonly string[]
  /** The key that an export bears: the row is that record's, where it is there, whatever its fields have become. */
  exportedKey?: string
  /** Fields of `values` whose texts are no values of theirs, with their columns: they stand where the record has them so already. */
  doubtful?: ReadonlyMap<string, string>
}

/** Reads one kind of row. Pure apart from what it tells the reader. */
export interface KindJudge {
  recordKind: RecordKind
  sourceClass: StatementClass
  /** Columns of the key, for telling data rows from notes. */
  keyFields: readonly string[]
  /** Column of regions and which of its texts make a row a total (全市 in a summed table, 全省 among cities). */
  totals?: { field: string; isTotal(text: string): boolean }
  /** What a heading above a group of rows can name beside a district. */
  groups?: readonly GroupField[]
  /** The table is an export of this register: what differs from the record is a person's edit. */
  isOwnExport?: true
  /** Statements of the row; none when a fault was reported. */
  read(reader: RowReader): RowStatement[]
  /** How many things of the kind a record counts for in `records` (number-class pairs of a trademark); default 1. */
  weigh?(values: StatedValues): number
}

export type KindJudgeFactory = (context: SheetContext) => KindJudge
