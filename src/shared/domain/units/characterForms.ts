import { simplifiedForms, traditionalForms } from './traditionalForms'

/**
 * Further characters and variants that stand for one another in names, aligned: the database leaves them open. 昇, 堃 and
 * the like are no variants here: firms are told apart by them.
 */
const variants =
  '線開蘭淨樑遊錶爲痺砲繡裏託註誌鉤鑽闆願靑佈峯羣牀綫産衆啓颱鷄汙糉滙週湧滷鑑鋻鑛徵裡嚐劵荳餚麪鍾'
const usual =
  '线开兰净梁游表为痹炮绣里托注志钩钻板愿青布峰群床线产众启台鸡污粽汇周涌卤鉴鉴矿征里尝券豆肴面钟'

/** Pairs that typing, scanning or copying by hand confuses. Numerals are never among them: 一厂 and 二厂 are two units. */
const confusable = [
  '己已巳', '未末', '土士', '日曰', '术木', '子予孑', '晶品', '械诫', '动劢', '检捡', '技枝', '器嚣', '人入', '天夭', '候侯', '账帐', '析折拆', '拔拨', '辩辨',
  '刺剌', '茶荼', '沦沧', '设没', '准淮', '冶治', '壮状', '崂唠', '戊戌戍', '博搏', '密蜜', '籍藉', '带戴', '历厉', '钓钧', '候猴', '粒拉', '材村', '苹萍', '坏环', '间问', '申甲', '自白', '今令', '免兔', '乌鸟', '北比', '由田', '住往', '幻幼', '味昧', '惠慧', '型形', '菜莱', '贷货', '洒酒', '网冈', '丰串', '竟竞', '候俟', '复夏', '抛拋', '母毋', '侍待', '铂泊',
] as const

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
