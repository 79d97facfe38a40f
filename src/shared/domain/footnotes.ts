/** Marks of footnotes behind what a cell says: "49.1①", "青岛甲有限公司*", "GB/T 12345-2021[1]". */

const raised = '¹²³⁰⁴-⁹'
const signs = `①-⑳㉑-㉟⑴-⒇❶-❿${raised}*＊#＃※★☆†‡`
const lastCharacter = new RegExp(`[${signs}\\]］】)）]`, 'u')
const marks = new RegExp(`(?:\\s?(?:[${signs}]|[(（][${signs}]{1,2}[)）]|[${raised}]{1,2}[)）]|[[［【]注?\\d{1,2}[\\]］】]|[(（]注\\d{0,2}[)）]))+$`, 'u')
const longestMarks = 24

/** 李**: the rest of a person's name is hidden, and no footnote stands behind it. */
const maskedName = /^[\u4e00-\u9fff][*＊]{1,3}$/u

/**
 * The text without the footnote marks behind it. Compatibility folding would make digits of them: 49.1① would be 49.11.
 * A text of nothing but marks stays.
 */
export function withoutFootnoteMarks(text: string): string {
  if (endsPlainly(text)) return text
  const trimmed = text.trimEnd()
  if (!lastCharacter.test(trimmed.slice(-1)) || maskedName.test(trimmed)) return text
  const found = marks.exec(trimmed.slice(-longestMarks))
  const kept = found === null ? text : trimmed.slice(0, trimmed.length - found[0].length).trimEnd()
  return kept === '' ? text : kept
}

/** In a digit, a letter of ASCII or a Chinese character, as nearly every text does. */
function endsPlainly(text: string): boolean {
  const last = text.charCodeAt(text.length - 1)
  return (last >= 0x30 && last <= 0x39) || (last >= 0x41 && last <= 0x5a) || (last >= 0x61 && last <= 0x7a) || (last >= 0x4e00 && last <= 0x9fff)
}

const ofFootnote = new RegExp(`^[${signs}]+`, 'u')

/** Whether a text begins as the footnote itself does: "①含浮山后。". */
export function beginsAsFootnote(text: string): boolean {
  return ofFootnote.test(text)
}

/** Whether a text is a footnote's mark alone. */
export function isFootnoteMark(text: string): boolean {
  return ofFootnote.exec(text)?.[0] === text
}
