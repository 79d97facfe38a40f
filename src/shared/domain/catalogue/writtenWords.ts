import { ownerTypeOfWord } from '../units/unitType'
import type { RecordKind } from './fields'

/**
 * Fields that hold the words of the files as they stand there, and the words that a person may write in them: what no source says is
 * no value. Data, not code. Unlike `choices`, what is stored is the word itself.
 */
export interface WrittenWords {
  /** The words to choose from, as a refusal names them; behind each what means the same. */
  words: Readonly<Record<string, readonly string[]>>
  /** Whether another word for the same is stored as the one to choose from, as an import stores it. */
  isFolded: boolean
  /** Whether a word that is not among them says what one of them says: 有限责任公司 is an enterprise. */
  isKnown?: (word: string) => boolean
}

const written: Readonly<Partial<Record<`${RecordKind}.${string}`, WrittenWords>>> = {
  // The three values of the national register (domain.md 1.4).
  'standard.statedStatus': { words: { 现行: ['有效', '现行有效'], 即将实施: ['未实施'], 废止: ['已废止', '被代替', '作废'] }, isFolded: true },
  'standard.adoption': { words: { IDT: ['等同', '等同采用'], MOD: ['修改', '修改采用'], NEQ: ['非等效', '非等效采用'] }, isFolded: true },
  'trademark.statedStatus': {
    words: { 申请中: ['已受理', '等待实质审查', '初步审定', '未注册'], 有效: ['注册', '已注册', '注册公告'], 续展期: ['续展期内'], 宽展期: ['宽展期内'], 已失效: ['失效', '无效', '已过期', '期满', '已无效', '已驳回'], 已注销: ['注销', '撤销', '已撤销'] },
    isFolded: false,
  },
  // What the codes of domain.md 4 tell apart, and the classes of owners in the forms F3 and F4.
  'unit.unitType': {
    words: { 企业: [], 个体工商户: [], 农民专业合作社: [], 高校: [], 科研单位: [], 机关: [], 事业单位: [], 社会团体: [], 民办非企业: [], 基金会: [], 个人: [] },
    isFolded: false, isKnown: (word) => ownerTypeOfWord(word) !== null,
  },
  // domain.md 5. 产品 is a category of the lists that offices keep.
  'honour.status': { words: { 公示: ['公示中', '拟授予'], 授予: ['已授予'], 撤销: ['已撤销'] }, isFolded: true },
  'honour.category': { words: { 组织: ['企业', '单位'], 个人: [], 团队: ['团体', '班组'], 专利: [], 标准: [], 产品: ['品牌'] }, isFolded: false },
  'pilot.status': {
    words: { 在建: ['建设中', '实施中', '创建中', '在研'], 待验收: [], 通过验收: ['已验收', '验收合格', '验收通过', '已完成', '已通过验收', '已通过'], 未通过验收: ['验收不合格', '未通过', '验收未通过'], 撤销: ['已撤销', '终止', '已终止', '取消', '已取消'] },
    isFolded: false,
  },
}

/** The words of a field; undefined where it takes any text. */
export function writtenWords(kind: RecordKind, field: string): WrittenWords | undefined {
  return written[`${kind}.${field}`]
}

/** Those of them that are offered and that a refusal names. */
export function wordsToChoose(kind: RecordKind, field: string): readonly string[] | undefined {
  const own = writtenWords(kind, field)
  return own === undefined ? undefined : Object.keys(own.words)
}

/** What is stored of a word that a person wrote; null when the field has no such word. */
export function writtenWord({ words, isFolded, isKnown }: WrittenWords, text: string): string | null {
  const plain = text.normalize('NFKC').replace(/\s/gu, '').toUpperCase()
  const found = Object.entries(words).find(([word, also]) => word === plain || also.includes(plain))
  if (found === undefined) return isKnown?.(plain) === true ? plain : null
  return isFolded ? found[0] : plain
}
