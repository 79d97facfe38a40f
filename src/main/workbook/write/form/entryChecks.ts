import { escapeXml } from '../package/xmlText'

/** What may be typed into a column, as office programs check it. */
export type EntryCheck =
  /** One of the words; `isOpen`: others after a warning. */
  | { type: 'list'; words: readonly string[]; isOpen: boolean }
  /** A range of another sheet that holds the words. */
  | { type: 'range'; range: string }
  /** Serial numbers of days. */
  | { type: 'date'; from: number; to: number }
  | { type: 'whole'; from: number; to: number }
  | { type: 'decimal'; from: number }
  /** A formula about the first cell of the column; what does not fit is taken after a warning. */
  | { type: 'formula'; formula: string }

export interface CheckedColumn {
  /** The cells, as `C5:C2000`. */
  range: string
  /** Null where everything goes; there is a prompt all the same. */
  check: EntryCheck | null
  promptTitle: string
  prompt: string
  error: string
}

/** Lengths that office programs take. */
const longestTitle = 32
const longestText = 255
/** A list written into the check itself; longer ones stand in a sheet. */
export const longestList = 255

/** The checks of a sheet, as they stand behind its merged cells. */
export function checksXml(columns: readonly CheckedColumn[]): string {
  if (columns.length === 0) return ''
  return `<dataValidations count="${columns.length}">${columns.map(checkXml).join('')}</dataValidations>`
}

function checkXml({ range, check, promptTitle, prompt, error }: CheckedColumn): string {
  const words = ` showInputMessage="1" promptTitle="${escapeXml(promptTitle.slice(0, longestTitle))}" prompt="${escapeXml(prompt.slice(0, longestText))}"`
  if (check === null) return `<dataValidation allowBlank="1"${words} sqref="${range}"/>`
  const isSoft = check.type === 'formula' || (check.type === 'list' && check.isOpen)
  const said = ` showErrorMessage="1"${isSoft ? ' errorStyle="warning"' : ''} error="${escapeXml(error.slice(0, longestText))}"`
  return `<dataValidation${typeOf(check)} allowBlank="1"${said}${words} sqref="${range}">${formulasOf(check)}</dataValidation>`
}

function typeOf(check: EntryCheck): string {
  switch (check.type) {
    case 'list':
    case 'range': return ' type="list"'
    case 'formula': return ' type="custom"'
    case 'decimal': return ' type="decimal" operator="greaterThanOrEqual"'
    case 'date':
    case 'whole': return ` type="${check.type}" operator="between"`
  }
}

function formulasOf(check: EntryCheck): string {
  const formulas = (...texts: readonly (string | number)[]): string => texts.map((text, index) => `<formula${index + 1}>${escapeXml(String(text))}</formula${index + 1}>`).join('')
  switch (check.type) {
    case 'list': return formulas(`"${check.words.join(',')}"`)
    case 'range': return formulas(check.range)
    case 'formula': return formulas(check.formula)
    case 'decimal': return formulas(check.from)
    case 'date':
    case 'whole': return formulas(check.from, check.to)
  }
}
