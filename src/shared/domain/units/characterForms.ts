import { simplifiedForms, traditionalForms } from './traditionalForms'

/**
 * Further characters and variants that stand for one another in names, aligned: the database leaves them open. 昇, 堃 and
 * the like are no variants here: firms are told apart by them.
 */
const variants =
  '線開蘭淨樑遊錶爲痺砲繡裏託註誌鉤鑽闆願靑佈峯羣牀綫産衆啓颱鷄汙糉滙週湧滷鑑鋻鑛徵裡嚐劵荳餚麪鍾' +
  // Older and Japanese ways of writing.
  '淸髙蔴栢菓巖巗恵俻兎卽吿呪咲嚮圗寃寳岀峩嵗帋幷廼廻弔彊徃怱悳憇挿攷敎旣晩曁朞桒椶槩欵歳毘汚洩淛渉湌溼煑熈煕犂猨珎琹甎皐盌県眞硏碁祕稾穉窓竝粧緐緫纎缾罇羗耡脇舘舩荅葢蓆薫藴虵觧覇詠谿豔賛踰逈逰遡邨鄕醕釡鉄銕鎭閙関闘隂隣雑霊靣頋頼顔飜駡髪鰌鵰鷰鹻麁黙龝亀戸沢辺氷桜栄営歩毎満焼続総緑縁薬観譲鉱録駅験黒齢徳広応挙拡斉暁曽楽様権検気済渓両乗仏価児円剤剣労単厳囲団壊売変実寛対専巻帯帰庁歓発稲穂経継絵縦繊脳臓荘蔵蛍覚訳証読豊転軽銭鋭錬険顕駆騒鶏塩'
const usual =
  '线开兰净梁游表为痹炮绣里托注志钩钻板愿青布峰群床线产众启台鸡污粽汇周涌卤鉴鉴矿征里尝券豆肴面钟' +
  '清高麻柏果岩岩惠备兔即告咒笑向图冤宝出峨岁纸并乃回吊强往匆德憩插考教既晚暨期桑棕概款岁毗污泄浙涉餐湿煮熙熙犁猿珍琴砖皋碗县真研棋秘稿稚窗并妆繁总纤瓶樽羌锄胁馆船答盖席熏蕴蛇解霸咏溪艳赞逾迥游溯村乡醇釜铁铁镇闹关斗阴邻杂灵面顾赖颜翻骂发鳅雕燕碱粗默秋龟户泽边冰樱荣营步每满烧续总绿缘药观让矿录驿验黑龄德广应举扩齐晓曾乐样权检气济溪两乘佛价儿圆剂剑劳单严围团坏卖变实宽对专卷带归厅欢发稻穗经继绘纵纤脑脏庄藏萤觉译证读丰转轻钱锐炼险显驱骚鸡盐'

/** Pairs that typing, scanning or copying by hand confuses. Numerals are never among them: 一厂 and 二厂 are two units. */
const confusable = [
  '己已巳', '未末', '土士', '日曰', '术木', '子予孑', '晶品', '械诫', '动劢', '检捡', '技枝', '器嚣', '人入', '天夭', '候侯猴俟', '账帐', '析折拆', '拔拨', '辩辨',
  '刺剌', '茶荼', '沦沧', '设没', '准淮', '冶治', '壮状', '崂唠', '戊戌戍', '博搏', '密蜜', '籍藉', '带戴', '历厉', '钓钧', '粒拉', '材村', '苹萍', '坏环', '间问', '申甲', '自白', '今令', '免兔', '乌鸟', '北比', '由田', '住往', '幻幼', '味昧', '惠慧', '型形', '菜莱', '贷货', '洒酒', '网冈', '丰串', '竟竞', '复夏', '抛拋', '母毋', '侍待', '铂泊',
  '千干', '璧壁', '崇祟', '微徽', '晴睛', '栗粟', '汨汩', '赢嬴', '亚业', '蓝篮', '隆降', '豪毫', '育肓', '明朋', '瀚翰', '柏拍', '鑫淼', '恒桓', '冠寇', '宇字', '岭苓', '凯剀', '泰秦', '奥粤', '贸留', '卓桌', '莹萤', '雷霍', '锐税',
] as const

/**
 * Of two that look alike, those that hardly stand in a brand: beside the other one they are a slip even in a short name, while 自立 and
 * 白立, 金 and 全 may well be two firms.
 */
const rareInBrands: ReadonlySet<string> = new Set('已巳曰夭入末术由令干祟荼汩睛嬴肓毫降竟篮钓折壁候戍戌孑予刺诫枝账帐拨辩没淮治唠藉厉猴拉苹问免乌比往幼昧拋毋待泊拍寇字苓剀桌税土')

/** Whether the one character that differs is, on one side at least, hardly ever meant in a brand. */
export function isPlainSlip(one: string, other: string): boolean {
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return rareInBrands.has(one[at] ?? '') || rareInBrands.has(other[at] ?? '')
  return false
}

function alignedMap(from: string, to: string): ReadonlyMap<string, string> {
  const targets = [...to]
  return new Map([...from].map((character, index) => [character, targets[index] ?? character]))
}

const simplifiedOf: ReadonlyMap<string, string> = new Map([...alignedMap(traditionalForms, simplifiedForms), ...alignedMap(variants, usual)])
const classOf = new Map(confusable.flatMap((group) => [...group].map((character): [string, string] => [character, group.charAt(0)])))

const isReplaced = new Uint8Array(0x1_0000)
for (const character of simplifiedOf.keys()) isReplaced[character.charCodeAt(0)] = 1

/** The text in simplified characters. */
export function simplify(text: string): string {
  for (let at = 0; at < text.length; at++) if (isReplaced[text.charCodeAt(at)] === 1) return replaced(text, simplifiedOf)
  return text
}

/** Every character that is easily confused, as the first of its group: equal results look alike on paper. */
export function foldConfusable(text: string): string {
  return replaced(text, classOf)
}

function replaced(text: string, map: ReadonlyMap<string, string>): string {
  let result = ''
  for (const character of text) result += map.get(character) ?? character
  return result
}
