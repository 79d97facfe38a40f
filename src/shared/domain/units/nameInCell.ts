/** What people write around the name of an owner or unit that is no part of it: its address, its history, marks before it. */

const longestName = 300
const addressInBrackets = /^(.{2,}?)\s*[(（]((?:\d{6}\s*)?[^()（）\d]{0,12}[省市区县][^()（）]{0,60}(?:路|街|大道|号|镇|乡|村|园区|大厦|楼|室)[^()（）]{0,40})[)）]$/su

/** Parts "青岛甲有限公司（山东省青岛市崂山区海尔路1号）"; null where no address stands behind the name. */
export function takeAddressOff(text: string): { name: string; address: string } | null {
  if (text.length > longestName || !/[)）]$/u.test(text)) return null
  const [, name, address] = addressInBrackets.exec(text) ?? []
  return name === undefined || address === undefined ? null : { name, address }
}

const coOwners = /[(（](?:共有|共同|其他)(?:商标|专利)?(?:权利|专利权|商标权|申请|注册|所有|持有)?人?[:：]([^()（）]{2,200})[)）]/gu
const identityCard = /[(（](?:(?:居民)?(?:身份证|证件|护照)[^()（）]{0,60}|[1-8]\d{5}[\dXx*＊]{9,12})[)）]/gu
const inCommon = /(?:共有|共同(?:所有|持有|拥有|申请))\s*$/u
/** 甲公司 地址：…, 甲公司，266000山东省…, and 山东省青岛市…号 in a line of its own; a name is nowhere in it. */
const addressBehind = /[\s,，:：]*(?:(?:地址|住所|住址|联系地址)[:：]\s*|(?<=[\s,，])(?=\d{6}\s*[\u4e00-\u9fff])|(?<=[\n,，])(?=[\u4e00-\u9fff]{2,8}[省市][\u4e00-\u9fff]{1,12}[市区县]))((?:\d{6}\s*)?[^;；|\n()（）]{2,12}[省市区县](?:(?!公司|大学)[^;；|\n()（）]){0,60}(?:路|街|大道|号|镇|乡|村|园区|大厦|楼|室)(?:(?!公司|大学)[^;；|\n()（）]){0,40})(?=$|[;；|\n])/gu

/**
 * Owners as a list of names: those that stand in brackets behind the first follow it, an address behind a name stands in brackets,
 * and numbers of identity cards are nobody's name.
 */
export function ownersInCell(written: string): string {
  const text = /[省市区县]/u.test(written) && /\d/u.test(written) ? written.replace(addressBehind, '（$1）') : written
  const names = text.replace(inCommon, '')
  return /[)）]/u.test(names) ? names.replace(identityCard, '').replace(coOwners, ';$1;').replace(/;\s*$/u, '') : names
}

const what = '(?:专利权人|商标权人|权利人|申请人|注册人|所有人|单位|企业|名称)?(?:名称)?'
const formerLabel = new RegExp(`^(?:变更前|更名前|转让前|原)${what}[:：]`, 'u')
const presentLabel = new RegExp(`^(?:变更后|更名后|转让后|现|当前)${what}[:：]\\s*`, 'u')
const passed = / ?(?:→|⇒|➔|➡|-{1,3}>|={1,3}>|(?:现已?|已)?(?:变更|更名|改名)为|转让给|转让至) ?/u
const formerBehind = /\s*[(（](?:变更前|更名前|转让前)[^()（）]{0,12}[:：][^()（）]{2,80}[)）]$/u
const dayBehind = /\s*[(（](?:自|于)?\d{4}[-./年]\d{1,2}(?:[-./月]\d{1,2}日?)?(?:起|变更|转让|更名)?[)）]$/u
/** Of databases: 青岛甲公司[CN], QINGDAO JIA CO LTD (CN). */
const countryBehind = /\s*(?:\[[A-Z]{2}\]|【[A-Z]{2}】|[(（](?:CN|US|JP|KR|DE|FR|GB|CH|NL|IT|SE|TW|HK)[)）])$/u
const annotated = /[→⇒➔➡>※★☆*＊#＃:：)）\]】]|变更|更名|改名|转让/u
const markBefore = /^[※★☆*＊#＃]+\s*/u

/** 青 岛 甲 公 司: spread out over its cell. */
const spreadOut = /^[\u4e00-\u9fff](?:[ \u3000][\u4e00-\u9fff()（）]){1,60}$/u

/**
 * Today's name of a unit whose history stands in the cell: "甲→乙", "甲变更为乙", "变更后：乙", "乙（变更前：甲）" are 乙;
 * empty for one that is said to be the former ("变更前：甲").
 */
export function presentName(written: string): string {
  const text = /^.[ \u3000]/u.test(written) && spreadOut.test(written) ? written.replace(/[ \u3000]/gu, '') : written
  // Half a million names have nothing of the kind around them.
  if (text.length > longestName || !annotated.test(text)) return text
  if (formerLabel.test(text)) return ''
  const last = text.replace(countryBehind, '').replace(presentLabel, '').replace(formerBehind, '').split(passed).at(-1) ?? ''
  return last.replace(markBefore, '').replace(dayBehind, '').trim()
}
