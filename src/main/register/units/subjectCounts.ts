import type { UnitCounts } from '../../../shared/bridge/units'
import type { ColumnSource } from '../../store/columnSource'
import type { RegisterColumns } from '../columns/registerColumns'
import { textOrNull } from '../columns/storedTexts'
import { unresolved, type UnitDirectory } from '../columns/unitDirectory'
import { patentStatusOn } from '../lists/statuses'

/** Who stands behind what a record says; -1 where nobody is meant. */
export interface SubjectFinder {
  ofUnit(unit: number): number
  ofNameId(name: number): number
  ofText(name: string): number
  /** A code stated beside a name that no unit carries. */
  noteCode(subject: number, uscc: string): void
}

export function noCounts(): UnitCounts {
  return { standards: 0, lead: 0, patents: 0, validPatents: 0, trademarks: 0, pct: 0, honours: 0, pilots: 0 }
}

/** Counts every record once for each subject it names, through names and through codes. */
export async function countSubjects(source: ColumnSource, columns: RegisterColumns, find: SubjectFinder, counts: UnitCounts[], today: number): Promise<void> {
  const directory = await columns.directory()
  await countStandards(columns, find, counts)
  await countPatents(source, columns, directory, find, counts, today)
  await countTrademarks(source, directory, find, counts)
  await countPct(source, find, counts)
  await countWorded(source, directory, find, counts, 'honour', 'recipient')
  await countWorded(source, directory, find, counts, 'pilot', 'name')
}

async function countStandards(columns: RegisterColumns, find: SubjectFinder, counts: UnitCounts[]): Promise<void> {
  const { count, listStart, nameId, position } = await columns.standards()
  for (let row = 0; row < count; row++) {
    const roles = new Map<number, boolean>()
    for (let entry = listStart[row] ?? 0; entry < (listStart[row + 1] ?? 0); entry++) {
      const subject = find.ofNameId(nameId[entry] ?? 0)
      if (subject >= 0) roles.set(subject, (roles.get(subject) ?? false) || position[entry] === 1)
    }
    for (const [subject, isLead] of roles) {
      const own = counts[subject]
      if (!own) continue
      own.standards++
      if (isLead) own.lead++
    }
  }
}

async function countPatents(source: ColumnSource, columns: RegisterColumns, directory: UnitDirectory, find: SubjectFinder, counts: UnitCounts[], today: number): Promise<void> {
  const codes = await codesOf(source, 'patent')
  const { ids, count, owner, grantedOn, endsOn } = await columns.patents()
  let row = 0
  let seen = new Set<number>()
  let current = 0
  const settle = (): void => {
    while (row < count && (ids[row] ?? 0) < current) row++
    if (ids[row] !== current) return
    const byCode = (owner[row] ?? unresolved) === unresolved ? -1 : find.ofUnit(owner[row] ?? unresolved)
    if (byCode >= 0) seen.add(byCode)
    const isValid = patentStatusOn(grantedOn[row] ?? 0, endsOn[row] ?? 0, today) === 'valid'
    for (const subject of seen) {
      const own = counts[subject]
      if (!own) continue
      own.patents++
      if (isValid) own.validPatents++
    }
  }
  await source.scanNames('patent', false, (page) => {
    for (const [id, position, name] of page) {
      if (id !== current) {
        settle()
        current = id
        seen = new Set()
      }
      const subject = find.ofNameId(name)
      if (subject < 0) continue
      seen.add(subject)
      const code = position === 1 ? codes.get(id) : undefined
      if (code !== undefined) find.noteCode(subject, standingCode(directory, code))
    }
  })
  settle()
}

/** The code of the unit that a code means today, after mergers. */
function standingCode(directory: UnitDirectory, uscc: string): string {
  const unit = directory.unitOfUscc.get(uscc)
  return unit === undefined ? uscc : (directory.usccs[unit] ?? uscc)
}

/** Codes stated by records themselves; few records have one. */
async function codesOf(source: ColumnSource, kind: 'patent'): Promise<Map<number, string>> {
  const codes = new Map<number, string>()
  await source.scan(kind, ['ownerUscc'], (page) => {
    for (const [id, uscc] of page) if (typeof uscc === 'string') codes.set(Number(id), uscc)
  })
  return codes
}

async function countTrademarks(source: ColumnSource, directory: UnitDirectory, find: SubjectFinder, counts: UnitCounts[]): Promise<void> {
  await source.scan('trademark', ['owner', 'ownerUscc'], (page) => {
    for (const [, owner, uscc] of page) {
      const named = typeof owner === 'number' ? find.ofNameId(owner) : -1
      const unit = typeof uscc === 'string' ? (directory.unitOfUscc.get(uscc) ?? unresolved) : unresolved
      const subject = unit === unresolved ? named : find.ofUnit(unit)
      const own = counts[subject]
      if (own) own.trademarks++
      if (named >= 0 && typeof uscc === 'string') find.noteCode(named, standingCode(directory, uscc))
    }
  })
}

async function countPct(source: ColumnSource, find: SubjectFinder, counts: UnitCounts[]): Promise<void> {
  await source.scanNames('pct', false, (page) => {
    for (const [, , name] of page) {
      const own = counts[find.ofNameId(name)]
      if (own) own.pct++
    }
  })
}

async function countWorded(source: ColumnSource, directory: UnitDirectory, find: SubjectFinder, counts: UnitCounts[], kind: 'honour' | 'pilot', field: 'recipient' | 'name'): Promise<void> {
  await source.scan(kind, [field, 'uscc'], (page) => {
    for (const row of page) {
      const [name, uscc] = [textOrNull(row[1]), textOrNull(row[2])]
      const unit = uscc === null ? unresolved : (directory.unitOfUscc.get(uscc) ?? unresolved)
      const named = name === null ? -1 : find.ofText(name)
      const own = counts[unit === unresolved ? named : find.ofUnit(unit)]
      if (own) own[kind === 'honour' ? 'honours' : 'pilots']++
      if (named >= 0 && uscc !== null) find.noteCode(named, standingCode(directory, uscc))
    }
  })
}
