/** Words of organisations' names: long and short forms of the same, and words that distinguish nobody. */

/** Names of large institutions, put in before a region is looked for: 中国 in front of them is no region. */
const properNames: readonly (readonly [RegExp, string])[] = [
  [/^国家电网/u, '国网'],
  [/^中国科学院/u, '中科院'],
  [/^中国水产科学研究院/u, '水科院'],
  [/^中国(?:石油化工|石化)/u, '中石化'],
  [/^中国石油天然气/u, '中石油'],
  [/^中国船舶重工/u, '中船重工'],
  [/^中国建筑第(.{1,3})工程局/u, '中建$1局'],
  [/^(?:中国电子科技集团|中国电科(?:集团)?|中电科(?:集团)?)(?:有限)?(?:公司)?(?=第?.{1,4}(?:研究)?所$)/u, '中电科'],
  [/^中国电子科技集团/u, '中电科集团'],
  [/^中国石油(?=集团|股份|有限)/u, '中石油'],
  [/^国网.{2,4}?省?电力(?:有限)?公司(?=.{2,8}供电公司$)/u, '国网'],
  [/^国家(?=.{4,}总局$)/u, ''],
]

const shortened: readonly (readonly [RegExp, string])[] = [
  [/[与及暨]/gu, '和'],
  [/(?:产品)?质量(?:监督)?检验/gu, '质检'],
  [/市场监督(?:管理)?(?=总?局)|市场监管(?=总?局)/gu, '市监'],
  [/药品监督管理(?=局)/gu, '药监'],
  [/质量技术监督(?=局)/gu, '质监'],
  [/安全生产监督管理(?=局)/gu, '安监'],
  [/国有资产监督管理委员会/gu, '国资委'],
  [/住房和城乡建设(?=[局厅委])/gu, '住建'],
  [/发展和?改革委员会|发展改革委|发展和改革局|发展改革局/gu, '发改委'],
  [/工业和信息化/gu, '工信'],
  [/人力资源和社会保障/gu, '人社'],
  [/卫生健康委员会/gu, '卫健委'],
  [/消费者权益保护委员会/gu, '消保委'],
  [/标准化管理委员会/gu, '标准委'],
  [/农业科学(?:研究)?院/gu, '农科院'],
  [/检验认证/gu, '检认'],
  [/中检(?=集团)/gu, '检认'],
  [/化学物理(?=研究所|所)/gu, '化物'],
  [/计量科学研究院/gu, '计量院'],
  [/家用电器/gu, '家电'],
  [/纺织机械/gu, '纺机'],
  [/农村商业银行|农商银行/gu, '农商行'],
  [/人民政府/gu, '政府'],
  [/(?<=[一二三四五六七八九十\d])中学/gu, '中'],
  [/检验检测/gu, '检测'],
  [/疾病预防控制/gu, '疾控'],
  [/科学技术/gu, '科技'],
  [/科学研究/gu, '科研'],
  [/集团公司(?=.)|集团(?=第)/gu, ''],
  [/科技大学$/gu, '科大'],
  [/农业大学$/gu, '农大'],
  [/海洋大学$/gu, '海大'],
  [/理工大学$/gu, '理工'],
  [/研究所/gu, '所'],
  [/研究院/gu, '院'],
]

/** The name with its institution's long name written short. */
export function shortProperName(name: string): string {
  for (const [long, short] of properNames) if (long.test(name)) return name.replace(long, short)
  return name
}

/** The core with every known long form written short. */
export function shortForms(core: string): string {
  let text = core
  for (const [long, short] of shortened) text = text.replace(long, short)
  return text
}

const commonWords = /(?:科技|技术|工程|机械|环保|实业|商贸|贸易|电子|建设|建筑|信息|智能|生物|医药|化工|食品|材料|新材料|能源|设备|装备|制造|工业|电气|自动化|软件|网络|服务|管理|咨询|投资|发展|物流|国际|海洋|水产|农业|橡胶|塑料|包装|纺织|服装|汽车|检测|检验|仪器|仪表|研究|设计|开发|文化|传媒|教育|医疗|器械|金属|制品|产业|集团|控股)/gu

/** What is left of a core without words that any unit may carry: the brand. Shorter than two characters it names nobody. */
export function brandOf(core: string): string {
  return core.replaceAll(commonWords, '')
}
