import type { RecordKind } from '../../../shared/domain/catalogue/fields'
import { standardStateOfWord } from '../../../shared/domain/counting/standardState'
import { typeOfApplicationNumber } from '../../../shared/domain/patents/patentNumber'
import { parseStandardNumber } from '../../../shared/domain/standards/standardNumber'
import { normaliseName } from '../../../shared/domain/text'
import { createWayUp } from '../../../shared/domain/units/wayUp'
import type { ColumnRow } from '../../store/columnSource'
import { scanned, type FindRecords, type ProblemSources } from './problemSources'

/** Records that contradict themselves, the directory of units or the calendar. */

/** Events of which a date says that they are still to come. */
export function ahead(kind: RecordKind, fields: readonly string[]): FindRecords {
  return ({ rows, today }) => rows.where(kind, { ahead: fields, of: today })
}

/** Records of a year that has not begun. */
export function yearAhead(kind: RecordKind): FindRecords {
  return (sources) => scanned(sources, kind, ['year'], ([, year]) => Number(year) > Number(sources.today.slice(0, 4)))
}

/** Units whose parents lead back to them, also by way of units that went into one. */
export async function ownParents(sources: ProblemSources): Promise<Int32Array> {
  const parents = new Map<string, string>()
  const merged = new Map<string, string>()
  await sources.source.scan('unit', ['uscc', 'parent', 'mergedInto'], (page) => {
    for (const [, uscc, parent, mergedInto] of page) {
      if (typeof parent === 'string') parents.set(String(uscc), parent)
      if (typeof mergedInto === 'string') merged.set(String(uscc), mergedInto)
    }
  })
  const leadsBack = createWayUp(parents, merged)
  return scanned(sources, 'unit', ['uscc', 'parent', 'mergedInto'], ([, uscc, parent, mergedInto]) => typeof parent === 'string' && mergedInto === null && leadsBack(String(uscc), parent))
}

/** Units in a functional zone that lies in another district than theirs (domain.md 4.1). */
export function zonesElsewhere(sources: ProblemSources): Promise<Int32Array> {
  const { zoneHosts } = sources.columns.city
  return scanned(sources, 'unit', ['district', 'zone', 'mergedInto'], ([, district, zone, mergedInto]) => mergedInto === null && district !== null && (zoneHosts.get(String(zone)) ?? district) !== district)
}

/** Standards whose number is one of another kind, by which they are counted (domain.md 1.1). */
export function kindConflicts(sources: ProblemSources): Promise<Int32Array> {
  const context = { today: sources.today }
  return scanned(sources, 'standard', ['standardNo', 'kind'], ([, standardNo, kind]) => {
    const number = kind === null ? null : parseStandardNumber(String(standardNo), context)
    return number?.status === 'ok' && number.kind !== kind
  })
}

/**
 * Patents whose number states another type, or the year before the filing date's (domain.md 2.1). A later year is a divisional
 * application's, which keeps its parent's day; a number of the national phase is younger than its filing date too.
 */
export function numberConflicts(sources: ProblemSources): Promise<Int32Array> {
  return scanned(sources, 'patent', ['applicationNumber', 'type', 'filedOn'], ([, applicationNumber, type, filedOn]) => {
    const number = String(applicationNumber)
    const stated = typeOfApplicationNumber(number)
    if (type !== null && stated !== null && stated !== type) return true
    const year = number.length > 10 ? number.slice(0, 4) : null
    return year !== null && typeof filedOn === 'string' && filedOn.slice(0, 4) > year
  })
}

/** Standards that end by word only: the dates are counted (domain.md 1.4). */
export function abolishedUndated(sources: ProblemSources): Promise<Int32Array> {
  return scanned(sources, 'standard', ['statedStatus', 'abolishedOn'], ([, status, abolishedOn]) => abolishedOn === null && typeof status === 'string' && standardStateOfWord(status) === 'abolished')
}

/** Patents in force by word, of which no grant date says so. */
export function validUngranted(sources: ProblemSources): Promise<Int32Array> {
  return scanned(sources, 'patent', ['statedStatus', 'grantedOn'], ([, status, grantedOn]) => grantedOn === null && status === 'valid')
}

/** Records under the code of one unit of the directory and the name of another. */
export function codesOfOthers(kind: RecordKind, nameField: string): FindRecords {
  return async (sources) => {
    const bearers = new Map<string, Set<string>>()
    const known = new Set<string>()
    await sources.source.scan('unit', ['uscc', 'name', 'formerNames', 'aliases'], (page) => {
      for (const [, uscc, name, ...others] of page) {
        known.add(String(uscc))
        for (const each of [String(name ?? ''), ...others.flatMap(namesIn)]) bearers.set(normaliseName(each), (bearers.get(normaliseName(each)) ?? new Set()).add(String(uscc)))
      }
    })
    return scanned(sources, kind, ['uscc', nameField], ([, uscc, name]) => {
      const units = typeof name === 'string' ? bearers.get(normaliseName(name)) : undefined
      return typeof uscc === 'string' && known.has(uscc) && units !== undefined && !units.has(uscc)
    })
  }
}

function namesIn(stored: ColumnRow[number] | undefined): string[] {
  return typeof stored === 'string' ? (JSON.parse(stored) as string[]) : []
}

/** Figures of nobody, and of a part that is larger than the whole in the same series and year. */
export async function oddPopulation(sources: ProblemSources): Promise<Int32Array> {
  const fields = ['region', 'series', 'year', 'populationWan']
  const wholeOf = ([, region, series, year]: ColumnRow): string => `${String(region).slice(0, 4)}|${String(series)}|${String(year)}`
  const ofCity = new Map<string, number>()
  await sources.source.scan('population', fields, (page) => {
    for (const row of page) if (String(row[1]).endsWith('00')) ofCity.set(wholeOf(row), Number(row[4]))
  })
  return scanned(sources, 'population', fields, (row) => Number(row[4]) <= 0 || Number(row[4]) > (ofCity.get(wholeOf(row)) ?? Infinity))
}

/** Terms that are not ten years or several times that (domain.md 3), a day more or less. */
export function oddTerms(sources: ProblemSources): Promise<Int32Array> {
  return scanned(sources, 'trademark', ['termStartOn', 'termEndOn'], ([, start, end]) => {
    if (typeof start !== 'string' || typeof end !== 'string' || start.length < 10 || end.length < 10 || end <= start) return false
    const days = (Date.parse(end) - Date.parse(start)) / dayMs
    const terms = Math.round(days / daysOfTerm)
    return terms === 0 || Math.abs(days - terms * daysOfTerm) > 2
  })
}

const dayMs = 86_400_000
const daysOfTerm = 3_652.425
