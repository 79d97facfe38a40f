import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GoldenCase, KnownAnswer } from '../../../support/golden/goldenCase'
import { application } from '../../../support/golden/identifiers'
import { htmlTableOf, libraryFileOf, textTableOf, type LibraryFormat, type PlannedCell } from '../../../support/golden/tablePlan'
import { biff5Of } from '../../../support/golden/biff5'
import type { TextEncodingName } from '../../../support/golden/encodedText'

const rows: readonly (readonly PlannedCell[])[] = [
  ['青岛市城阳区专利清单'],
  ['申请号', '专利名称', '专利权人', '申请日', '授权公告日'],
  [application(2019, 1, 501), '一种高速列车', '中车青岛四方机车车辆股份有限公司', '2019-01-05', { serial: 44267 }],
  [application(2020, 2, 502), '一种转向架', '中车青岛四方机车车辆股份有限公司', '2020年3月1日', { serial: 44168 }],
]
const textRows: readonly (readonly PlannedCell[])[] = rows.map((cells) => cells.map((cell) => (cell !== null && typeof cell === 'object' && 'serial' in cell ? (cell.serial === 44267 ? '2021-03-12' : '2020.12.3') : cell)))

const answer: GoldenCase['answer'] = {
  kind: 'patents', headers: ['2'], new: 2, mapping: 'applicationNumber=A title=B applicants=C filingDate=D grantDate=E',
  records: [
    ['patent', application(2019, 1, 501), { grantedOn: '2021-03-12', filedOn: '2019-01-05', title: '一种高速列车', parties: ['中车青岛四方机车车辆股份有限公司'] }],
    ['patent', application(2020, 2, 502), { grantedOn: '2020-12-03', filedOn: '2020-03-01' }],
  ],
}

const sheetJs: readonly (readonly [LibraryFormat, string])[] = [['biff8', '专利.xls'], ['biff8', '专利.et'], ['xlsb', '专利.xlsb'], ['ods', '专利.ods'], ['xlml', '专利2003.xls']]
const texts: readonly (readonly [string, TextEncodingName])[] = [[',', 'utf-8'], [',', 'utf-8-bom'], ['\t', 'utf-16le'], [',', 'utf-16be'], [';', 'gbk'], ['|', 'gb18030'], ['\t', 'gbk']]

const folder = join(import.meta.dirname, '../../../fixtures/golden')
const census: KnownAnswer = {
  kind: 'standards', headers: ['4-5'], new: 3, skipped: ['9 total', '10 signature'], notices: ['hidden_row', 'hidden_sheet_left_out', 'month_precision'],
  mapping: 'reportingUnit=B standardNo=C title=D publishedOn=E effectiveOn=F draftingUnits=G roleLead=H rolePart=I',
  records: [
    ['standard', 'GB/T 43001-2021', { title: '家用电冰箱', publishedOn: '2021-05-06', effectiveOn: '2021-11-01', reportedDistrict: '370212' }],
    ['standard', 'GB/T 43002-2021', { publishedOn: '2021-05', reportedDistrict: '370212' }],
    ['standard', 'GB/T 43003-2021', { title: '电视机', publishedOn: '2021-05-06' }],
  ],
}

/** LibreOffice stored 0 as the result of the text formula in C8: what is stored is what is read, and 0 is no number. */
const censusOfXls: KnownAnswer = { ...census, new: 2, rejected: ['8C not_a_standard_number'], records: census.records?.slice(0, 2) ?? [] }

/** One table in every format and encoding that reaches an office. */
export const formatFiles: readonly GoldenCase[] = [
  ...sheetJs.map(([format, file]): GoldenCase => ({ name: `${format} named ${file}`, file, content: () => libraryFileOf([{ name: '城阳区', rows, merges: ['A1:E1'] }], format), ...(answer ? { answer } : {}) })),
  { name: 'an Excel 95 stream in code page 936', file: '专利95.xls', content: () => biff5Of('城阳区', textRows), ...(answer ? { answer } : {}) },
  ...['xlsx', 'xls', 'ods'].map((ending): GoldenCase => ({ name: `a census saved by LibreOffice as .${ending}`, file: `调查表.${ending}`, content: () => readFileSync(join(folder, `census.${ending}`)), answer: ending === 'xls' ? censusOfXls : census })),
  ...texts.map(([delimiter, encoding]): GoldenCase => ({ name: `text in ${encoding} with ${JSON.stringify(delimiter)}`, file: `专利_${encoding}.csv`, content: () => textTableOf(textRows, delimiter, encoding), ...(answer ? { answer } : {}) })),
  ...(['utf-8', 'gbk'] as const).map((encoding): GoldenCase => ({ name: `an HTML table in ${encoding} named .xls`, file: '专利导出.xls', content: () => htmlTableOf(textRows, encoding), ...(answer ? { answer } : {}) })),
  {
    name: 'a name with a character of four bytes in GB18030',
    file: '生僻字.csv',
    content: () => textTableOf([['申请号', '专利名称', '专利权人'], [application(2019, 1, 504), '一种装置', '青岛𠮷祥有限公司']], ',', 'gb18030'),
    answer: { kind: 'patents', headers: ['1'], new: 1, records: [['patent', application(2019, 1, 504), { parties: ['青岛𠮷祥有限公司'] }]] },
  },
  {
    name: 'a traditional Chinese list in Big5: texts it cannot keep are left out and said',
    file: 'hk.csv',
    content: () => textTableOf([['申請號', '專利名稱', '專利權人', '申請日'], [application(2019, 1, 503), '一種電視機', '青島海信電器股份有限公司', '2019-01-05']], ',', 'big5'),
    answer: { kind: 'patents', headers: ['1'], new: 1, mapping: 'applicationNumber=A title=B applicants=C filingDate=D', notices: ['foreign_script_or_pinyin'], records: [['patent', application(2019, 1, 503), { filedOn: '2019-01-05', title: null }]] },
  },
]
