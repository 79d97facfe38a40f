import { firstDay, noDate, plusYears, unpackDate } from '../columns/packedDate'
import type { StandardColumns } from '../columns/standardColumns'
import type { UnitDirectory } from '../columns/unitDirectory'
import { localPlace } from '../ranking/standardScan'

/**
 * Standards with a local drafter whose review falls into (from, until], both packed: every so many years after
 * publication. @returns id to day
 */
export function reviewDays(standards: StandardColumns, directory: UnitDirectory, years: number, from: number, until: number): Map<number, string> {
  const due = new Map<number, string>()
  for (let row = 0; row < standards.count; row++) {
    const published = firstDay(standards.publishedOn[row] ?? noDate)
    if (published === noDate) continue
    let day = plusYears(published, years)
    while (day <= from) day = plusYears(day, years)
    if (day <= until && hasLocal(standards, row, published, directory)) due.set(standards.ids[row] ?? 0, unpackDate(day) ?? '')
  }
  return due
}

function hasLocal(standards: StandardColumns, row: number, day: number, directory: UnitDirectory): boolean {
  for (let entry = standards.listStart[row] ?? 0; entry < (standards.listStart[row + 1] ?? 0); entry++) {
    if (localPlace(standards, entry, day, directory) !== null) return true
  }
  return false
}
