import { headingKey, kindHeadings, type ImportKind } from '../../../../shared/domain/catalogue/headings'
import type { HeaderColumn } from './columnFields'
import type { SideTable } from './furtherTables'
import type { Header, HeaderMatch } from './header'

/**
 * Patents and marks in one row: 企业名称 | 专利号 | 专利名称 | 注册号 | 商标名称 | 区市. From the first column that speaks of a kind on, columns are of
 * that kind until one speaks of the other; what stands before both, and a unit, code or district wherever it stands once, is of both.
 * Standards are only read beside them under a group of their own: those that a list of patents names are no standards of its owners.
 */
const kinds = { standards: ['standards'], patents: ['patents', 'high_value'], trademarks: ['trademarks'] } as const satisfies Record<string, readonly ImportKind[]>
const jointKinds = ['standards', 'patents', 'trademarks'] as const
type JointKind = keyof typeof kinds

const words: Readonly<Record<JointKind, RegExp>> = { standards: /标准/u, patents: /专利|发明|实用新型|外观/u, trademarks: /商标/u }
const keysOf = (kind: JointKind, field: string): ReadonlySet<string> => new Set(kindHeadings[kind].fields[field]?.map(headingKey))
const patentNumbers = keysOf('patents', 'applicationNumber')
const markNumbers = keysOf('trademarks', 'registrationNumber')
const ofUnit = new Set([...keysOf('trademarks', 'district'), ...keysOf('trademarks', 'uscc'), '企业名称', '单位名称', '公司名称', '企业', '单位'])
/** A number with what is said of it. */
const fewestFields = 2

/** @returns null where the columns are not those of both */
export function jointTables(header: Header, bestOf: (header: Header, kinds: readonly ImportKind[]) => HeaderMatch | null): SideTable[] | null {
  const { own, shared } = partColumns(header)
  const tables = jointKinds.flatMap((kind) => {
    const columns = own[kind]
    if (!columns.some((column) => wordsIn(column) === kind)) return []
    const match = bestOf({ rows: header.rows, columns: [...shared, ...columns].sort((a, b) => a.index - b.index) }, kinds[kind])
    const places = columns.map(({ index }) => index)
    return match !== null && ownFields(match, places) >= fewestFields ? [{ match, places }] : []
  })
  if (tables.length < 2) return null
  const common = new Set(shared.map(({ index }) => index))
  return tables.sort((a, b) => Math.min(...a.places) - Math.min(...b.places)).map(({ match, places }, at) => ({ match, span: { left: Math.min(...places), right: Math.max(...places), shared: common, isFurther: at > 0 } }))
}

/** How many of its fields a table has in columns of its own; none where its numbers are not there. */
function ownFields({ kind, mapping: { fields } }: HeaderMatch, places: readonly number[]): number {
  const isOwn = (field: string): boolean => places.includes(fields.get(field)?.index ?? -1)
  return kindHeadings[kind].required.every(isOwn) ? [...fields.keys()].filter(isOwn).length : 0
}

function partColumns({ columns }: Header): { own: Record<JointKind, HeaderColumn[]>; shared: HeaderColumn[] } {
  const own: Record<JointKind, HeaderColumn[]> = { standards: [], patents: [], trademarks: [] }
  const shared: HeaderColumn[] = []
  const times = new Map<string, number>()
  for (const column of columns) times.set(lastKey(column), (times.get(lastKey(column)) ?? 0) + 1)
  let open: JointKind | null = null
  for (const column of columns) {
    const told = wordsIn(column)
    if (told === null && ofUnit.has(lastKey(column)) && times.get(lastKey(column)) === 1) {
      shared.push(column)
      continue
    }
    open = told ?? numberOf(column, open) ?? open
    if (open === null) shared.push(column)
    else own[open].push(column)
  }
  return { own, shared }
}

/** The kind that a column's headings speak of, the highest first; one that speaks of several says nothing. */
function wordsIn({ header }: HeaderColumn): JointKind | null {
  const parts = header.split('/')
  for (const [at, part] of parts.entries()) {
    const told = jointKinds.filter((kind) => words[kind].test(part) && (kind !== 'standards' || at < parts.length - 1))
    if (told.length === 1) return told[0] ?? null
  }
  return null
}

/** 注册号 is a mark's; 申请号 is a patent's where no mark was spoken of before. */
function numberOf(column: HeaderColumn, open: JointKind | null): JointKind | null {
  const key = lastKey(column)
  if (patentNumbers.has(key)) return open === null ? 'patents' : null
  return markNumbers.has(key) ? 'trademarks' : null
}

function lastKey({ header }: HeaderColumn): string {
  return headingKey(header.split('/').at(-1) ?? '')
}
