import { createRandom } from '../../support/registers/randomRecords'
import { makePatent, personName, type MadePatent } from './patents'
import type { MadeUnit } from './units'
import { districtNames, industries, outsidePlaces } from './vocabulary'

/** One row of a vendor's export; dates as texts, as such files have them. */
export type VendorRow = readonly (string | null)[]

const typeWords: Readonly<Record<string, string>> = { invention: '发明专利', utility_model: '实用新型', design: '外观设计' }
const statusWords: Readonly<Record<string, readonly [validity: string, words: string]>> = { valid: ['有效', '授权'], invalid: ['失效', '未缴年费'], pending: ['审中', '实质审查'] }
const ownerWords: Readonly<Record<string, string>> = { university: '大专院校', research: '科研单位', enterprise: '企业', institution: '机关团体', individual: '个人' }

type Column = readonly [heading: string, read: (patent: MadePatent, index: number) => string | null]

const text = (name: string) => ({ values }: MadePatent): string | null => (values[name] as string | undefined) ?? null
const joined = (name: string, mark: string) => ({ values }: MadePatent): string | null => (values[name] as string[] | undefined)?.join(mark) ?? null
/** Granted inventions appear with their B publication, all others with their only one. */
const publication = ({ values }: MadePatent): string | null => (values.publications as string[]).at(-1) ?? null
const publishedOn = ({ values }: MadePatent): string | null => (values.grantedOn ?? values.filedOn) as string
const placeName = ({ values }: MadePatent): string | null => districtNames[String(values.ownerPlace)] ?? null
const cityName = ({ values }: MadePatent): string => outsidePlaces.find(({ code }) => code === values.ownerPlace)?.city ?? '青岛市'
const statusOf = ({ values }: MadePatent): readonly [string, string] => statusWords[String(values.statedStatus)] ?? ['', '']

/** 20 columns under the headings of import-sources.md 2.1, in the vendor's order; three of them nobody maps. */
export const exportColumns: readonly Column[] = [
  ['公开（公告）号', publication], ['标题 (中文)', text('title')], ['申请号', text('applicationNumber')], ['申请日', text('filedOn')],
  ['公开（公告）日', publishedOn], ['授权公告日', text('grantedOn')], ['专利类型', ({ values }) => typeWords[String(values.type)] ?? null],
  ['申请人', joined('parties', '; ')], ['申请人类型', ({ values }) => ownerWords[String(values.ownerType)] ?? null], ['申请人地址', text('ownerAddress')],
  ['中国申请人地市', cityName], ['中国申请人区县', placeName], ['工商统一社会信用代码', text('ownerUscc')],
  ['IPC主分类', ({ values }) => (values.ipc as string[])[0] ?? null], ['IPC', joined('ipc', '; ')],
  ['专利有效性', (patent) => statusOf(patent)[0]], ['当前法律状态', (patent) => statusOf(patent)[1]],
  ['发明人', (_, index) => inventors(index)], ['国民经济分类', (_, index) => `C${1000 + (index % 900)} ${industries[index % industries.length] ?? ''}制造`],
  ['链接到incoPat', (patent) => `https://www.incopat.com/detail/init2?formerQuery=${publication(patent) ?? ''}`],
]

/** 12 columns of a district's or an agency's list. */
export const listColumns: readonly Column[] = [
  ['申请号', text('applicationNumber')], ['专利类型', ({ values }) => typeWords[String(values.type)] ?? null], ['名称', text('title')],
  ['申请（专利权）人', joined('parties', '；')], ['地址', text('ownerAddress')], ['区县', placeName], ['申请日', text('filedOn')], ['授权公告日', text('grantedOn')],
  ['公开（公告）号', publication], ['公开（公告）日', publishedOn], ['主分类号', ({ values }) => (values.ipc as string[])[0] ?? null], ['法律状态', (patent) => statusOf(patent)[1]],
]

function inventors(index: number): string {
  const random = createRandom(index + 17)
  return Array.from({ length: 1 + random.below(4) }, () => personName(random)).join('; ')
}

export function headingsOf(columns: readonly Column[]): string[] {
  return columns.map(([heading]) => heading)
}

/** The rows of a file, made as they are written. `first` keeps files and registers apart: patents of different indexes differ. */
export function* vendorRows(columns: readonly Column[], first: number, count: number, units: readonly MadeUnit[]): Generator<VendorRow> {
  for (let index = first; index < first + count; index++) {
    const patent = makePatent(index, units)
    yield columns.map(([, read]) => read(patent, index))
  }
}
