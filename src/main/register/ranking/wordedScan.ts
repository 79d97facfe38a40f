import type { RecordKind } from '../../../shared/domain/catalogue/fields'
import { isFilterName, type Filters } from '../../../shared/domain/catalogue/filters'
import type { HonourRow, WordedRow } from '../columns/otherColumns'
import { isInWindow } from '../columns/packedDate'
import type { CountQuery, CountScan } from './countScan'

/** Honours and pilots: records whose filters are the words of the files. */
export function scanHonours(honours: readonly HonourRow[], query: CountQuery): CountScan {
  const awarded = honours.filter((honour) => honour.words.status === '授予' && isWanted(honour, query))
  return wordedScan('honour', onePerAward(awarded))
}

export function scanPilots(pilots: readonly WordedRow[], query: CountQuery): CountScan {
  return wordedScan('pilot', pilots.filter((pilot) => isWanted(pilot, query)))
}

function isWanted(row: WordedRow, { window, filters, among, units }: CountQuery): boolean {
  return isInWindow(row.day, window) && hasWords(row, filters) && (among === null || among[row.id] === 1) && (units === null || units[row.unit] === 1)
}

function hasWords(row: WordedRow, filters: Filters): boolean {
  return Object.entries(row.words).every(([name, word]) => (isFilterName(name) ? filters[name]?.includes(word ?? '') : undefined) ?? true)
}

/** domain.md 5: one per recipient (or patent), honour, level and session; the earlier record stands for it. */
function onePerAward(honours: readonly HonourRow[]): HonourRow[] {
  const seen = new Set<string>()
  return honours.filter(({ award }) => !seen.has(award) && seen.add(award))
}

function wordedScan(kind: RecordKind, found: readonly WordedRow[]): CountScan {
  return {
    kind,
    tally({ rows, rowsOfPlace }) {
      const values = rows.map(() => 0)
      for (const { place } of found) for (const row of rowsOfPlace[place] ?? []) values[row] = (values[row] ?? 0) + 1
      return values
    },
    members: ({ rowsOfPlace }, row) => Int32Array.from(found.filter(({ place }) => rowsOfPlace[place]?.includes(row)), ({ id }) => id),
    everywhere: () => found.length,
  }
}
