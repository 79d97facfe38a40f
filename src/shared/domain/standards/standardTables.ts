/**
 * Tables behind standard numbers, shipped as data: the office can add a code without a new release of the parser,
 * because every function that needs them takes `StandardTables` (domain.md 1.3: 70 categories in 2019, 75 in 2023).
 */
export interface StandardTables {
  /** 行业标准代号 -> 行业 */
  industries: Readonly<Record<string, string>>
  /** Two-digit province codes of GB/T 2260. */
  provinces: ReadonlySet<string>
  /** Four-digit city codes; null accepts every city of a known province. */
  cities: ReadonlySet<string> | null
}

export const industries: Readonly<Record<string, string>> = {
  AQ: '安全生产', BB: '包装', CB: '船舶', CH: '测绘', CJ: '城镇建设', CJJ: '城镇建设工程', CY: '新闻出版', DA: '档案', DB: '地震', DL: '电力', DY: '电影',
  DZ: '地质矿产', EJ: '核工业', FZ: '纺织', GA: '公共安全', GC: '国家物资储备', GH: '供销合作', GM: '密码', GY: '广播电影电视', HB: '航空',
  HG: '化工', HJ: '环境保护', HS: '海关', HY: '海洋', JB: '机械', JC: '建材', JG: '建筑工业', JGJ: '建筑工程', JR: '金融', JT: '交通', JTG: '公路工程', JTS: '水运工程',
  JY: '教育', KA: '矿山安全', LB: '旅游', LD: '劳动和劳动安全', LS: '粮食', LY: '林业', MH: '民用航空', MR: '市场监管', MT: '煤炭',
  MZ: '民政', NB: '能源', 'NB/SH': '能源（石化）', NY: '农业', QB: '轻工', QC: '汽车', QJ: '航天', QX: '气象', RB: '认证认可', SB: '国内贸易', SC: '水产',
  SF: '司法', SH: '石油化工', SJ: '电子', SL: '水利', SN: '商检', SW: '税务', SY: '石油天然气', TB: '铁路', TD: '土地管理', TY: '体育',
  WB: '物资管理', WH: '文化', WJ: '兵工民品', WM: '外经贸', WS: '卫生', WW: '文物保护', XB: '稀土', XF: '消防救援', YB: '黑色冶金',
  YC: '烟草', YD: '通信', YJ: '应急', YS: '有色金属', YY: '医药', YZ: '邮政', ZC: '知识产权', ZY: '中医药',
}

const provinceCodes = '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'

/** Cities that may issue local standards, per province (GB/T 2260; 3712 莱芜 until 2019). */
const cityCodes: Readonly<Record<string, string>> = {
  13: '01 02 03 04 05 06 07 08 09 10 11',
  14: '01 02 03 04 05 06 07 08 09 10 11',
  15: '01 02 03 04 05 06 07 08 09 22 25 29',
  21: '01 02 03 04 05 06 07 08 09 10 11 12 13 14',
  22: '01 02 03 04 05 06 07 08 24',
  23: '01 02 03 04 05 06 07 08 09 10 11 12 27',
  32: '01 02 03 04 05 06 07 08 09 10 11 12 13',
  33: '01 02 03 04 05 06 07 08 09 10 11',
  34: '01 02 03 04 05 06 07 08 10 11 12 13 15 16 17 18',
  35: '01 02 03 04 05 06 07 08 09',
  36: '01 02 03 04 05 06 07 08 09 10 11',
  37: '01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17',
  41: '01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17',
  42: '01 02 03 05 06 07 08 09 10 11 12 13 28',
  43: '01 02 03 04 05 06 07 08 09 10 11 12 13 31',
  44: '01 02 03 04 05 06 07 08 09 12 13 14 15 16 17 18 19 20 51 52 53',
  45: '01 02 03 04 05 06 07 08 09 10 11 12 13 14',
  46: '01 02 03 04',
  51: '01 03 04 05 06 07 08 09 10 11 13 14 15 16 17 18 19 20 32 33 34',
  52: '01 02 03 04 05 06 23 26 27',
  53: '01 03 04 05 06 07 08 09 23 25 26 28 29 31 33 34',
  54: '01 02 03 04 05 06 25',
  61: '01 02 03 04 05 06 07 08 09 10',
  62: '01 02 03 04 05 06 07 08 09 10 11 12 29 30',
  63: '01 02 22 23 25 26 27 28',
  64: '01 02 03 04 05',
  65: '01 02 04 05 23 27 28 29 30 31 32 40 42 43',
}

function expandCities(): Set<string> {
  const codes = new Set<string>()
  for (const [province, cities] of Object.entries(cityCodes)) for (const city of cities.split(' ')) codes.add(province + city)
  return codes
}

export const standardTables: StandardTables = {
  industries,
  provinces: new Set(provinceCodes.split(' ')),
  cities: expandCities(),
}
