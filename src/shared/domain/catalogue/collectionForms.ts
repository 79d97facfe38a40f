import type { ImportKind } from './headings'

/**
 * The forms that districts fill in (填报模板), per kind of file: columns under the headings that the import knows first, how
 * each is filled, and a row that shows it. Data, not code: a column is one line.
 */

/** How a cell is filled: choice takes one of the words, suggestion also others; code is a text whose digits must all stay. */
export type EntryKind = 'text' | 'code' | 'date' | 'year' | 'figure' | 'choice' | 'suggestion' | 'district' | 'region' | 'uscc' | 'standard_number' | 'application_number'

export interface CollectionColumn {
  heading: string
  entry: EntryKind
  /** In digits of the default font; a Chinese character takes two. */
  width: number
  sample: string | number
  isRequired?: true
  choices?: readonly string[]
}

export interface CollectionForm {
  /** `{year}` is the year that the form asks about. */
  title: string
  columns: readonly CollectionColumn[]
}

interface More { isRequired?: true; choices?: readonly string[] }
const column = (heading: string, entry: EntryKind, width: number, sample: string | number, more: More = {}): CollectionColumn => ({ heading, entry, width, sample, ...more })
const must: More = { isRequired: true }

const uscc = column('统一社会信用代码', 'uscc', 24, '91370200163562681G')
const district = column('所属区市', 'district', 14, '')
const standardKinds = ['国际标准', '国家标准', '行业标准', '省级地方标准', '市级地方标准', '团体标准', '企业标准'] as const
const niceClasses = Array.from({ length: 45 }, (_, index) => String(index + 1))
const ticks: More = { choices: ['√'] }

export const collectionForms: Readonly<Record<ImportKind, CollectionForm>> = {
  standards: {
    title: '{year}年标准制修订情况填报表',
    columns: [
      column('标准编号', 'standard_number', 22, 'GB/T 12345-2021', must), column('标准名称', 'text', 36, '某某试验方法', must),
      column('标准级别', 'choice', 14, '国家标准', { choices: standardKinds }), column('制定/修订', 'choice', 11, '制定', { choices: ['制定', '修订'] }),
      column('代替标准号', 'text', 20, ''), column('发布日期', 'date', 13, '2021-05-21', must), column('实施日期', 'date', 13, '2021-12-01'),
      column('起草单位（按标准文本顺序）', 'text', 40, '青岛某某有限公司、某某研究院'), column('单位名称', 'text', 28, '青岛某某有限公司'), column('本单位排名', 'figure', 12, 1), district,
    ],
  },
  patents: {
    title: '{year}年专利情况填报表',
    columns: [
      column('申请号', 'application_number', 20, '202110000001.6', must), column('发明名称', 'text', 36, '一种某某装置', must),
      column('专利类型', 'choice', 12, '发明专利', { choices: ['发明专利', '实用新型', '外观设计'] }), column('专利权人', 'text', 32, '青岛某某有限公司', must), uscc,
      column('申请人类型', 'choice', 12, '工矿企业', { choices: ['大专院校', '科研单位', '工矿企业', '机关团体', '个人'] }),
      column('申请日', 'date', 13, '2021-01-05'), column('授权公告日', 'date', 13, '2021-11-23'), column('法律状态', 'suggestion', 12, '有效', { choices: ['有效', '失效', '审中'] }), district,
    ],
  },
  high_value: {
    title: '高价值发明专利认定要素填报表',
    columns: [
      column('申请号', 'application_number', 20, '201110000001.2', must), column('发明名称', 'text', 36, '一种某某装置', must), column('专利权人', 'text', 32, '青岛某某有限公司', must), uscc,
      column('战略性新兴产业', 'choice', 11, '√', ticks), column('海外有同族', 'choice', 11, '', ticks), column('维持超10年', 'choice', 11, '√', ticks),
      column('较高质押融资', 'choice', 11, '', ticks), column('国家科技奖或中国专利奖', 'choice', 13, '', ticks), district,
    ],
  },
  pct: {
    title: '{year}年PCT国际专利申请填报表',
    columns: [
      column('PCT国际申请号', 'code', 22, 'PCT/CN2021/000001', must), column('发明名称', 'text', 36, '一种某某装置'), column('受理日', 'date', 13, '2021-03-08', must),
      column('申请人', 'text', 32, '青岛某某有限公司', must), uscc, column('地址', 'text', 34, '山东省青岛市市南区某某路1号'), district,
    ],
  },
  trademarks: {
    title: '{year}年商标情况填报表',
    columns: [
      column('注册号', 'code', 14, '12345678', must), column('商标名称', 'text', 24, '某某', must), column('国际分类', 'suggestion', 12, '35', { ...must, choices: niceClasses }),
      column('申请人', 'text', 32, '青岛某某有限公司', must), uscc, column('申请日期', 'date', 13, '2020-04-01'), column('注册公告日期', 'date', 14, '2021-03-14'),
      column('专用权开始日期', 'date', 15, '2021-03-14'), column('专用权结束日期', 'date', 15, '2031-03-13'), district,
    ],
  },
  units: {
    title: '单位名录填报表',
    columns: [
      column('单位名称', 'text', 36, '青岛某某有限公司', must), { ...uscc, isRequired: true }, column('曾用名', 'text', 28, ''), district, column('功能区', 'text', 14, ''),
      column('单位类型', 'suggestion', 14, '企业', { choices: ['企业', '高校', '科研院所', '机关团体', '个体工商户'] }), column('住所', 'text', 36, '山东省青岛市市南区某某路1号'), column('注销日期', 'date', 13, ''),
    ],
  },
  honours: {
    title: '{year}年质量品牌荣誉填报表',
    columns: [
      column('单位名称', 'text', 32, '青岛某某有限公司', must), uscc, column('荣誉名称', 'text', 22, '山东省省长质量奖', must), column('等级', 'text', 10, '提名奖'), column('届次/年度', 'code', 11, '2021'),
      column('类别(组织/个人/专利/产品)', 'choice', 14, '组织', { choices: ['组织', '个人', '专利', '产品'] }), column('专利号或标准号', 'code', 20, ''), column('公布文件及文号', 'text', 28, ''),
      column('公布日期', 'date', 13, '2021-11-05'), column('状态(公示/授予/撤销)', 'choice', 13, '授予', { choices: ['公示', '授予', '撤销'] }), district,
    ],
  },
  pilots: {
    title: '{year}年试点示范填报表',
    columns: [
      column('项目名称', 'text', 34, '国家级服务业标准化试点', must), column('类型', 'text', 18, '服务业标准化', must), column('级别', 'suggestion', 10, '国家级', { choices: ['国家级', '省级', '市级'] }),
      column('承担单位', 'text', 32, '青岛某某有限公司', must), uscc, column('批准年度', 'year', 11, 2021), column('状态', 'suggestion', 12, '在建', { choices: ['在建', '已验收'] }), district,
    ],
  },
  population: { title: '{year}年末常住人口填报表', columns: [column('区市', 'region', 16, '', must), column('{year}年末常住人口（万人）', 'figure', 24, 58.79, must)] },
  market_entities: { title: '{year}年末市场主体填报表', columns: [column('区市', 'region', 16, '', must), column('{year}年末市场主体数（户）', 'figure', 24, 123456, must)] },
  indicators: {
    title: '{year}年各市知识产权主要指标填报表',
    columns: [
      column('市', 'text', 14, '某市', must), column('有效发明专利量（件）', 'figure', 20, 12345, must), column('每万人口发明专利拥有量（件）', 'figure', 26, 12.34), column('高价值发明专利（件）', 'figure', 20, 2345),
      column('PCT国际专利申请量（件）', 'figure', 22, 345), column('有效注册商标量（件）', 'figure', 20, 67890),
    ],
  },
}
