/**
 * Cleaning shared by every parser (import-sources.md 4, lines 4, 13 and 16).
 *
 * Two strengths: `cleanText` for what people read (names, titles: Chinese punctuation stays as written) and
 * `foldText` for what machines compare (identifiers, dates, numbers: NFKC, one dash, one slash).
 */

const plainAscii = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/
const doubleSpace = /  /
// Zero-width characters, byte order marks, soft hyphens, bidirectional controls and variation selectors.
const invisible = /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]/g
// Tabs and breaks of lines are blanks and no waste.
const controls = /[\p{Cc}--[\t-\r\u0085]]/gv
const spaces = /\s+/g
const spacesInLine = /[^\S\n]+/g
const lineBreaks = /\r\n?|[\v\f\u0085\u2028\u2029]/g
const spaceAroundBreak = / ?\n ?/g
const dashes = /[\u2010-\u2015\u2043\u2212\u2500\u2501\u207b\ufe58\ufe63\uff0d]/g
const repeatedDashes = /-{2,}/g
const slashes = /[\u2044\u2215\u29f8\uff0f]/g
const tildes = /[\u223c\u301c\uff5e]/g
const fullWidthAlphanumeric = /[０-９Ａ-Ｚａ-ｚ]/g

function dropInvisible(text: string): string {
  return text.replace(invisible, '').replace(controls, '')
}

/** Identifiers, dates and numbers: NFKC, ASCII dash, slash and tilde, single spaces, trimmed, on one line. */
export function foldText(text: string): string {
  if (plainAscii.test(text) && !doubleSpace.test(text)) return text.includes('--') ? text.replace(repeatedDashes, '-') : text
  return unifyMarks(dropInvisible(text).normalize('NFKC')).replace(spaces, ' ').trim()
}

/** As `foldText`, but line breaks survive as `\n` because they separate the values of a list. */
export function foldLines(text: string): string {
  return unifyMarks(dropInvisible(text).normalize('NFKC')).replace(lineBreaks, '\n').replace(spacesInLine, ' ').replace(spaceAroundBreak, '\n').trim()
}

function unifyMarks(text: string): string {
  return text.replace(dashes, '-').replace(repeatedDashes, '-').replace(slashes, '/').replace(tildes, '~')
}

/** Names and titles: invisible characters gone, every blank a single space, full-width letters and digits narrowed. */
export function cleanText(text: string): string {
  if (isOrdinaryText(text)) return text
  if (plainAscii.test(text) && !doubleSpace.test(text)) return text
  return dropInvisible(text).replace(spaces, ' ').trim()
    .replace(fullWidthAlphanumeric, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
}

/** As `cleanText`, but line breaks survive as `\n`. */
export function cleanLines(text: string): string {
  if (isOrdinaryText(text)) return text
  if (plainAscii.test(text) && !doubleSpace.test(text)) return text
  return dropInvisible(text).replace(lineBreaks, '\n').replace(spacesInLine, ' ').replace(spaceAroundBreak, '\n').trim()
    .replace(fullWidthAlphanumeric, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
}

// Those from 80 on are of mojibake, which is another notice.
const controlCharacter = /[\p{Cc}--[\t\n\r\u0080-\u009f]]/v

/** For the notice `control_characters`; tab and line breaks are ordinary in cells. */
export function hasControlCharacters(text: string): boolean {
  return controlCharacter.test(text)
}

const placeholder = /^(?:[-/\\*?.。…~_×]+|无|空|暂无|暂缺|无数据|待定|待[查核]|待核[查实]|待确认|待补|待补充|未知|不详|不明|不适用|没有|N\/?A|NULL|NONE|NIL|X{2,}|0000-00-00(?: 00:00:00)?)$/i

// Nearly every cell begins with another character: one look spares the folding.
const placeholderStart = new Set('无空暂待未不没')
/** 1 for letters and digits of ASCII that begin none: folding leaves the first of a text as it is. */
const beginsNoPlaceholder = new Uint8Array(0x80)
for (const character of '123456789ABCDEFGHIJKLMOPQRSTUVWYZabcdefghijklmopqrstuvwyz') beginsNoPlaceholder[character.charCodeAt(0)] = 1

/** Whether a cell says "nothing here": blank, 无, /, —, 待定, XXXX and the like (import-sources.md 4, line 16). */
export function isPlaceholder(text: string): boolean {
  if (text.length > 40) return text.trim() === ''
  const first = text.charCodeAt(0)
  if (first >= 0x4e00 && first <= 0x9fff ? !placeholderStart.has(text.charAt(0)) : beginsNoPlaceholder[first] === 1) return false
  const folded = foldText(text)
  return folded === '' || placeholder.test(folded)
}

const example = /^(?:例如?|示例|样例|填写示例)(?:[:：,]|$)/

/** An example row left in the form: its key cell begins 例：. */
export function isExample(text: string): boolean {
  return example.test(foldText(text.slice(0, 40)))
}

const roundBrackets: Readonly<Record<string, string>> = { '〔': '(', '〕': ')', '【': '(', '】': ')', '[': '(', ']': ')', '{': '(', '}': ')' }
const oddBrackets = /[〔〕【】[\]{}]/g
const middleDots = /[·•‧∙⋅・]/g
const hanAndBrackets = /^[\u4e00-\u9fff（）()]+$/
const wideRoundBrackets = /[（）]/g

/**
 * The key under which two spellings of one organisation are the same name: width, brackets, spaces, dashes and the
 * case of Latin letters do not count; every other character does (domain.md 4: match by exact name).
 */
export function normaliseName(name: string): string {
  if (hanAndBrackets.test(name)) return name.replace(wideRoundBrackets, (c) => (c === '（' ? '(' : ')'))
  return foldText(name).replace(oddBrackets, (c) => roundBrackets[c] ?? c).replace(middleDots, '·').replace(/ /g, '').replace(repeatedDashes, '-').toUpperCase().normalize('NFKC') // a capital may come in pieces
}

export type ForeignText = 'foreign_script_or_pinyin' | 'mojibake'

const tonedPinyin = /[\u0101\u00e1\u01ce\u00e0\u0113\u00e9\u011b\u00e8\u012b\u00ed\u01d0\u00ec\u014d\u00f3\u01d2\u00f2\u016b\u00fa\u01d4\u00f9\u01d6\u01d8\u01da\u01dc]/
const hanCharacter = /[\u3400-\u9fff]/
const traditional = /[標準種與個產業國際電機構應發動雲質檢驗設備測試術語規範條過環農藥飲輕紡織絲綿鋼鐵鋁銅鋅錫鈦礦鹽氫氣體變壓車輛輪軌艦訊號網絡數據資庫層隊長門開關閉區縣鎮鄉島東華蘭廣寧遼陝齊魯濟濱煙臺萊蕪濰學會員報書記項類級專參寫說讀題頁圖為無給統計總]/
const kanaOrHangul = /[\u3041-\u309f\u30a1-\u30fa\uac00-\ud7af]/
const replacement = /\ufffd|锟斤拷|烫烫烫|屯屯屯/
// UTF-8 bytes shown as Latin-1 or Windows-1252: a lead byte followed by a continuation byte's character.
const doubleEncoded = /[\u00c2-\u00d6\u00d8-\u00ef][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]/
// UTF-8 bytes of Chinese text read as GBK: every third character has a lead byte E4..E9 and a trail byte 80..A0, all of
// them characters that simplified text does not use; two of them are no accident.
const gbkRare = '鋩鋪鋫鋬鋭鋮鋯鋰鋱鋲鋳鋴鋵鋶鋷鋸鋹鋺鋻鋼鋽鋾鋿錀錁錂錃錄錅錆錇錈錉鍊鍋鍌鍍鍎鍏鍐鍑鍒鍓鍔鍕鍖鍗鍘鍙鍚鍛鍜鍝鍞鍟鍠鍡鍢鍣鍤鍥鍦鍧鍨鍩鍫鎬鎭鎮鎯鎰鎱鎲鎳鎴鎵鎶鎷鎸鎹鎺鎻鎼鎽鎾鎿鏀鏁鏂鏃鏄鏅鏆鏇鏈鏉鏋鏌鏍鐎鐏鐐鐑鐒鐓鐔鐕鐖鐗鐘鐙鐚鐛鐜鐝鐞鐟鐠鐡鐢鐣鐤鐥鐦鐧鐨鐩鐪鐫鐬鐭鐮鑰鑱鑲鑳鑴鑵鑶鑷鑸鑹鑺鑻鑼鑽鑾鑿钀钁钂钃钄钑钖钘铇铏铓铔铚铦铻锜锠閫閬閭閮閯閰閱閲閳閴閵閶閷閸閹閺閻閼閽閾閿闀闁闂闃闄闅闆闇闈闉闊闋'
const utf8AsGbk = new RegExp(`[${gbkRare}].{0,40}[${gbkRare}]`)
const gbkAsLatin = /[\u00b0-\u00f7][\u00a1-\u00fe][\u00b0-\u00f7][\u00a1-\u00fe]/

/**
 * Text copied from translated pages ("標(biāo)準(zhǔn)") or decoded with the wrong character set; null for ordinary text.
 * Only a notice: the text is stored as it came (import-sources.md 4, line 13).
 */
export function detectForeignText(text: string): ForeignText | null {
  if (plainAscii.test(text)) return null
  const sample = text.length > 2000 ? text.slice(0, 2000) : text
  if (replacement.test(sample) || doubleEncoded.test(sample) || gbkAsLatin.test(sample) || utf8AsGbk.test(sample)) return 'mojibake'
  if (kanaOrHangul.test(sample)) return 'foreign_script_or_pinyin'
  if (hanCharacter.test(sample) && (tonedPinyin.test(sample) || traditional.test(sample))) return 'foreign_script_or_pinyin'
  return null
}

/** Whole in another script, or in traditional characters, and nothing else mixed in: a name that is written so. */
export function isOtherScript(text: string): boolean {
  return detectForeignText(text) === 'foreign_script_or_pinyin' && !tonedPinyin.test(text)
}

/** Chinese characters that some rule above looks for, on their own or in a run. */
const suspicious = new Set(`锟斤拷烫屯${gbkRare}`)

/** 1 for UTF-16 units that no rule above touches: printable ASCII, Chinese characters in use, common punctuation. */
const ordinaryUnits = new Uint8Array(0x10000)
for (let unit = 0x20; unit < 0x7f; unit++) ordinaryUnits[unit] = 1
for (let unit = 0x4e00; unit <= 0x9fff; unit++) {
  const character = String.fromCharCode(unit)
  if (!suspicious.has(character) && !traditional.test(character)) ordinaryUnits[unit] = 1
}
for (const mark of '、。；：，（）《》“”') ordinaryUnits[mark.charCodeAt(0)] = 1
// What tags, entities and guarded formulas begin with is looked at more closely.
for (const mark of "<&'") ordinaryUnits[mark.charCodeAt(0)] = 0

/**
 * True for nearly every cell: `cleanText` and `cleanLines` leave the text as it is, neither `detectForeignText` nor
 * `hasControlCharacters` has anything to say about it, and no markup or guard of a formula is in it. One look at each character instead of a dozen patterns.
 */
export function isOrdinaryText(text: string): boolean {
  const last = text.length - 1
  if (last < 0 || text.charCodeAt(0) === 0x20 || text.charCodeAt(last) === 0x20) return false
  for (let at = 0; at <= last; at++) {
    const unit = text.charCodeAt(at)
    if (ordinaryUnits[unit] === 0 || (unit === 0x20 && text.charCodeAt(at + 1) === 0x20)) return false
  }
  return true
}
