import type { SheetWords } from '../../workbook/forms/formWords'
import type { Fingerprint } from '../../../shared/domain/filling/bindings'

/** Words of a sheet that are remembered: headings and names stand in front. */
const keptWords = 1_000

export interface TemplateDifference {
  sheet: string
  /** Null where the whole sheet is new or gone. */
  cell: string | null
  before: string | null
  now: string | null
}

/** @param isFilled whether a cell is bound: what it held says nothing about the template */
export function fingerprintOf(words: ReadonlyMap<string, SheetWords>, isFilled: (sheet: string, cell: string) => boolean): Fingerprint {
  const sheets = [...words.keys()]
  return {
    sheets,
    words: Object.fromEntries(sheets.map((sheet) => [
      sheet, Object.fromEntries([...(words.get(sheet)?.texts ?? [])].filter(([cell]) => !isFilled(sheet, cell)).slice(0, keptWords)),
    ])),
  }
}

/**
 * What is different in a template from the one that was bound. Another year or date in a title is none: that is how
 * forms come back next period.
 */
export function differencesOf(before: Fingerprint, now: Fingerprint): TemplateDifference[] {
  const gone = before.sheets.filter((sheet) => !now.sheets.includes(sheet)).map((sheet) => ({ sheet, cell: null, before: sheet, now: null }))
  const added = now.sheets.filter((sheet) => !before.sheets.includes(sheet)).map((sheet) => ({ sheet, cell: null, before: null, now: sheet }))
  const common = before.sheets.filter((sheet) => now.sheets.includes(sheet))
  return [...gone, ...added, ...common.flatMap((sheet) => changedWords(sheet, before.words[sheet] ?? {}, now.words[sheet] ?? {}))]
}

function changedWords(sheet: string, before: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): TemplateDifference[] {
  const cells = new Set([...Object.keys(before), ...Object.keys(now)])
  return [...cells].filter((cell) => spoken(before[cell]) !== spoken(now[cell])).map((cell) => ({ sheet, cell, before: before[cell] ?? null, now: now[cell] ?? null }))
}

/** Words without their numbers and blanks. */
export function spoken(text: string | undefined): string {
  return (text ?? '').normalize('NFKC').replaceAll(/\d+/g, '0').replaceAll(/\s+/g, '')
}
