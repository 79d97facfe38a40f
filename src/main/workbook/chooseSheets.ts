import { Refusal } from '../../shared/domain/result'
import type { ReadOptions, SheetInfo } from './types'

/** The sheets whose rows are asked for: the named ones, else every visible one. Refuses with `unknown_sheet`. */
export function chooseSheets<T extends Pick<SheetInfo, 'name' | 'state'>>(sheets: readonly T[], options: ReadOptions): T[] {
  if (!options.sheets) return sheets.filter((sheet) => sheet.state === 'visible')
  for (const name of options.sheets) {
    if (!sheets.some((sheet) => sheet.name === name)) throw new Refusal('unknown_sheet', { sheet: name })
  }
  const wanted = new Set<string | null>(options.sheets)
  return sheets.filter((sheet) => wanted.has(sheet.name))
}
