import { kindDefinitions, type RecordKind } from './fields'

/**
 * Which words over a column mean which field, per kind of file (import-sources.md 1-3, 2.5). Data, not code.
 *
 * Words are compared after `headingKey`: full-width folded, spaces and line breaks removed, brackets made half-width,
 * lower case. A trailing bracket ("起草单位（按标准文本顺序）") is tried with and without. Where two columns want one
 * field, the word that stands earlier in the list wins; the other column stays unmapped and is listed.
 */
export const importKinds = [
  'standards', 'patents', 'high_value', 'pct', 'trademarks', 'units', 'honours', 'pilots', 'population', 'market_entities', 'indicators',
] as const
export type ImportKind = (typeof importKinds)[number]

/** The kind of record that a kind of file makes. */
export const recordKindOf: Record<ImportKind, RecordKind> = {
  standards: 'standard', patents: 'patent', high_value: 'patent', pct: 'pct', trademarks: 'trademark', units: 'unit',
  honours: 'honour', pilots: 'pilot', population: 'population', market_entities: 'market_entities', indicators: 'indicator',
}

export interface KindHeadings {
  /** Fields without which a table is not of this kind; every one must be found. */
  required: readonly string[]
  /** Words in title, sheet or file name that speak for this kind when columns alone do not decide. */
  titleWords: readonly string[]
  fields: Readonly<Record<string, readonly string[]>>
}

const district = ['所属区市', '所在区市', '区市', '所在区县', '区县', '所属区县', '县市区', '县(市、区)', '区(市)', '所在区(市)', '所在地区', '所属地区', '所属/区市', '地区', '县区', '行政区划', '行政区', '所属辖区', '辖区', '所属区(市)', '县(市)区']
const uscc = ['统一社会信用代码', '工商统一社会信用代码', '社会信用代码', '信用代码', '统一信用代码', '统一社会信用代码证号']
const address = ['专利权人地址', '申请人地址', '申请人地址(中文)', '地址', '住所', '通讯地址', '联系地址', '单位地址', '注册地址']

const criteria = {
  strategic: ['战略性新兴产业', '战新产业', '属于战略性新兴产业', '战略性新兴产业的发明专利'],
  overseasFamily: ['海外有同族', '海外同族', '在海外有同族专利权', '有海外同族专利权'],
  tenYears: ['维持超10年', '维持年限超过10年', '维持超过10年', '维持10年以上', '维持年限超10年'],
  pledge: ['较高质押融资', '高额质押融资', '质押融资', '实现较高质押融资金额'],
  award: ['国家科技奖或中国专利奖', '获国家科学技术奖或中国专利奖', '获奖', '国家科学技术奖或中国专利奖'],
} as const

const patentFields: Record<string, readonly string[]> = {
  applicationNumber: ['申请号', '申请编号', '申请号码', '专利申请号', '专利号', '申请号/专利号', '专利号/申请号', '申请(专利)号', '专利号(申请号)', '申请号(专利号)'],
  title: ['发明名称', '专利名称', '标题(中文)', '标题', '名称', '发明创造名称', '专利题目'],
  patentType: ['专利类型', '专利种类', '类型', '种类'],
  applicants: ['专利权人', '申请(专利权)人', '当前申请(专利权)人', '申请人', '申请人名称', '权利人', '专利权人名称', '当前权利人', '权利人名称', '申请人(专利权人)', '专利权人(申请人)'],
  firstPatentee: ['第一专利权人', '第一申请人', '第一权利人', '第一申请(专利权)人'],
  publicationNumber: ['公开(公告)号', '公开公告号', '公开号', '公布号', '申请公布号', '公告号', '授权公告号', '授权号'],
  /** Beside a column of applications' numbers. */
  grantNumber: ['授权公告号', '授权号', '公告号'],
  publicationDate: ['公开(公告)日', '公开公告日', '公开日', '公告日', '申请公布日'],
  grantDate: ['授权公告日', '授权日', '授权日期', '授权公告日期'],
  issueDate: ['颁证日'],
  filingDate: ['申请日', '申请日期'],
  lapseDate: ['失效日', '失效日期', '终止日', '终止日期'],
  validity: ['专利有效性', '简单法律状态', '有效性'],
  legalStatus: ['当前法律状态', '法律状态/事件', '法律状态', '状态', '最新法律状态'],
  ipcMain: ['ipc主分类号', 'ipc主分类', '主分类号', '主ipc'],
  ipc: ['ipc分类号', 'ipc', '分类号', '国际分类号'],
  district,
  applicantDistrict: ['中国申请人区县', '申请人区县', '第一申请人区县'],
  applicantCity: ['中国申请人地市', '申请人地市', '申请人城市'],
  provinceCode: ['国省代码', '申请人省市代码', '当前申请(专利权)人州/省', '省市', '省份'],
  applicantType: ['申请人类型', '专利权人类型', '第一申请人类型', '权利人类型'],
  uscc,
  address,
  strategicIndustry: ['新兴产业分类', '战略新兴产业分类', '战略性新兴产业分类'],
  simpleFamily: ['简单同族', '简单同族专利', '同族专利'],
  pctNumber: ['pct国际申请号', '国际申请', '国际申请号', 'pct申请号'],
  ...criteria,
}

export const kindHeadings: Record<ImportKind, KindHeadings> = {
  standards: {
    required: ['standardNo'],
    titleWords: ['标准'],
    fields: {
      standardNo: ['标准编号', '标准号', '标准代号', '标准编号(含年代号)', '标准/标准号'],
      title: ['标准名称', '中文标准名称', '标准中文名称', '标准名称(中文)', '名称'],
      kind: ['标准级别', '标准类别', '类别', '级别', '标准类型', '标准层级', '标准/类别'],
      nature: ['标准性质', '性质'],
      newOrRevised: ['制定/修订', '制(修)订', '制修订', '制/修订', '制定或修订', '制修订类型', '制定修订'],
      replaces: ['全部代替标准', '代替标准号', '代替标准', '被代替标准', '代替标准编号', '替代标准', '部分代替标准'],
      publishedOn: ['发布日期', '日期/发布', '批准发布日期', '批准日期', '公布日期', '公开时间', '公布时间', '发布时间', '发布日'],
      effectiveOn: ['实施日期', '日期/实施', '实施时间', '实施日'],
      abolishedOn: ['废止日期', '废止时间'],
      status: ['标准状态', '状态', '现行状态'],
      ics: ['国际标准分类号', '国际标准分类号(ics)', 'ics', 'ics分类号'],
      ccs: ['中国标准分类号', '中国标准分类号(ccs)', 'ccs', 'ccs分类号'],
      committee: ['归口单位', '归口单位(tc/sc)', '归口部门', '技术委员会', '标委会'],
      department: ['主管部门'],
      draftingUnits: ['起草单位', '全部起草单位', '起草单位(按标准文本顺序)', '主要起草单位', '起草单位名单', '参与起草单位'],
      listLength: ['起草单位总数', '起草单位数', '起草单位数量'],
      listComplete: ['名单完整'],
      reportingUnit: ['单位名称', '填报企业', '填报单位', '企业名称', '参与单位', '本单位名称', '报送单位', '申报单位', '填报单位名称'],
      uscc,
      unitRank: ['本单位排名', '排名', '排序', '本单位排序', '单位排名', '起草单位排名', '位次', '本单位位次'],
      role: ['主导/参与', '主导或参与', '参与方式', '角色', '参与程度', '主导参与'],
      roleLead: ['参与方式(打√)/主导', '角色/主导', '主导(打√)', '主导', '主持', '牵头'],
      rolePart: ['参与方式(打√)/参与', '角色/参与', '参与(打√)', '参与'],
      forewordLead: ['前言载明的负责起草单位', '负责起草单位(前言)', '负责起草单位', '前言负责起草单位'],
      adoption: ['采标情况', '采用国际标准', '采标程度', '采标'],
      adopts: ['采用的国际标准', '采用国际标准编号'],
      systems: ['标准体系/产业链', '标准体系', '产业链', '所属标准体系'],
      district,
    },
  },
  patents: { required: ['applicationNumber'], titleWords: ['专利'], fields: patentFields },
  high_value: { required: ['applicationNumber'], titleWords: ['高价值'], fields: patentFields },
  pct: {
    required: ['pctNumber', 'receivedOn'],
    titleWords: ['PCT', '国际专利申请', '国际申请'],
    fields: {
      pctNumber: ['pct申请号', 'pct国际申请号', '国际申请号', '申请号', 'pct号'],
      title: ['发明名称', '名称', '专利名称', '标题'],
      receivedOn: ['受理日', '受理日期', '国际申请日', '申请日', '申请日期', '收文日期', '提交日期'],
      applicants: ['申请人', '申请人名称', '第一申请人', '申请单位'],
      uscc, address, district,
    },
  },
  trademarks: {
    required: ['registrationNumber'],
    titleWords: ['商标'],
    fields: {
      registrationNumber: ['注册号', '商标注册号', '申请/注册号', '申请号/注册号', '注册号/申请号', '申请/注册号(注册号/申请号)', '注册证号', '商标号', '商标注册证号', '国际注册号'],
      name: ['商标名称', '商标', '商标文字', '名称'],
      classes: ['类别', '国际分类', '商标类别', '国际分类号', '尼斯分类', '核定类别', '类号'],
      owner: ['申请人', '申请人名称', '申请人名称(中文)', '注册人', '商标注册人', '权利人', '商标权人', '注册人名称', '所有人'],
      uscc,
      address: ['地址', '申请人地址(中文)', '申请人地址', '注册人地址', '住所'],
      district,
      appliedOn: ['申请日期', '申请日'],
      registeredOn: ['注册公告日期', '注册日期', '注册公告日', '注册日', '核准注册日期', '核准日期'],
      term: ['专用权期限', '专用期限', '有效期', '有效期限', '商标专用权期限'],
      termStartOn: ['专用权开始日期', '专用期开始', '专用权开始', '有效期起', '专用期开始日期'],
      termEndOn: ['专用权结束日期', '专用期结束', '专用权结束', '有效期止', '专用权截止日期', '专用期截止日期'],
      status: ['商标状态', '状态', '法律状态', '商标状态图标'],
      cancelledOn: ['注销公告日期', '注销日期', '撤销日期', '注销公告日', '撤销公告日期'],
    },
  },
  units: {
    required: ['name', 'uscc'],
    titleWords: ['单位名录', '名录', '单位情况', '企业名单', '单位'],
    fields: {
      name: ['单位名称', '企业名称', '机构名称', '名称', '单位全称', '主体名称'],
      uscc,
      formerNames: ['曾用名', '曾用名称', '原名称', '更名前名称'],
      district,
      zone: ['功能区', '所属功能区', '园区'],
      unitType: ['单位类型', '类型', '单位性质', '企业类型', '主体类型'],
      address: ['住所', '地址', '注册地址', '单位地址', '经营场所'],
      previousDistrict: ['原区市', '原所属区市', '迁出区市', '原区县'],
      movedOn: ['迁入日期', '迁入时间', '迁移日期', '变更日期'],
      endedOn: ['注销日期', '注销时间'],
    },
  },
  honours: {
    required: ['honour'],
    titleWords: ['荣誉', '质量奖', '专利奖', '品牌', '奖'],
    fields: {
      district,
      recipient: ['单位名称', '获奖单位', '企业名称', '获奖单位/个人', '获奖者', '获奖主体', '组织名称', '名称'],
      uscc,
      honour: ['荣誉名称', '奖项名称', '奖项', '荣誉', '奖励名称'],
      level: ['等级', '奖项等级', '获奖等级', '奖级'],
      session: ['届次/年度', '届次', '年度', '获奖年度', '届次(年度)', '年份'],
      category: ['类别(组织/个人/专利/产品)', '类别', '获奖类别'],
      objectNumber: ['专利号或标准号', '专利号', '标准号', '专利号/标准号', '编号'],
      document: ['公布文件及文号', '公布文件', '文号', '文件文号', '依据文件'],
      publishedOn: ['公布日期', '发布日期', '获奖日期', '公布时间', '授予日期'],
      status: ['状态(公示/授予/撤销)', '状态'],
    },
  },
  pilots: {
    required: ['project', 'pilotType'],
    titleWords: ['试点', '示范'],
    fields: {
      project: ['项目名称', '试点示范名称', '试点项目', '项目', '试点名称', '试点示范项目'],
      pilotType: ['类型', '试点类型', '项目类型', '类别'],
      level: ['级别', '层级', '试点级别', '等级'],
      name: ['承担单位', '单位名称', '实施单位', '企业名称', '试点单位', '承担单位名称'],
      uscc,
      district,
      year: ['批准年度', '年度', '批准年份', '立项年度', '认定年度', '年份', '批准时间'],
      status: ['状态', '验收状态', '项目状态', '验收情况'],
    },
  },
  population: { required: ['region'], titleWords: ['人口'], fields: { region: ['区市', '地区', '区域', '行政区', '区县', '所属区市', '区(市)', '县市区', '地区名称', '市'] } },
  market_entities: { required: ['region'], titleWords: ['市场主体', '经营主体'], fields: { region: ['区市', '地区', '区域', '行政区', '区县', '所属区市', '区(市)', '县市区', '地区名称', '市'] } },
  indicators: { required: ['region'], titleWords: ['通报', '指标', '排名', '16市', '各市'], fields: { region: ['市', '地市', '城市', '地区', '设区市', '各市', '市别', '市名', '地区名称'] } },
}

const comparable = /^[0-9a-z\u4e00-\u9fff]*$/

/** Comparable form of a column heading. */
export function headingKey(text: string): string {
  if (comparable.test(text)) return text
  return text.normalize('NFKC').replace(/[\s\u200b-\u200f\ufeff]+/gu, '').replace(/[【[〔]/gu, '(').replace(/[】\]〕]/gu, ')').toLowerCase()
}

/** Headings of the register's own exports: the labels of fields.ts, so that an export imports again without a question. */
export function exportLabelsOf(kind: ImportKind): ReadonlyMap<string, string> {
  return new Map(kindDefinitions[recordKindOf[kind]].fields.map((field) => [headingKey(field.label), field.name]))
}
