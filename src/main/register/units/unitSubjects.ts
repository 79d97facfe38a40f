import type { UnitCounts } from '../../../shared/bridge/units'
import { normaliseName } from '../../../shared/domain/text'
import { loadNameLinks, type NameLinks } from '../columns/nameLinks'
import { packDate } from '../columns/packedDate'
import type { RegisterColumns } from '../columns/registerColumns'
import { parseTexts, textOrNull } from '../columns/storedTexts'
import { unresolved, type UnitDirectory } from '../columns/unitDirectory'
import type { RegisterSession } from '../opened/session'
import type { RegionNames } from '../../../shared/domain/units/regionNames'
import { isOrganisationName } from './organisationNames'
import { unitRegions } from './unitRegions'
import { countSubjects, noCounts, type SubjectFinder } from './subjectCounts'

/** A unit of the directory, or a name that no unit carries together with its other ways of writing. */
export interface NamedSubject {
  /** Id of the unit's record; null for a name. */
  id: number | null
  /** The unit's code, or the one code that records state beside the name; null where there is none or several. */
  code: string | null
  /** Current name, or the name as most often written. */
  name: string
  /** Every name it is known under, the current one first. */
  names: readonly string[]
}

export interface UnitSubject extends NamedSubject {
  counts: UnitCounts
}

/** Everything that may be a unit, and how texts find it. */
export interface UnitSubjects {
  all: readonly UnitSubject[]
  links: NameLinks
  /** Index of what a name or a code means; -1 for an unknown one. */
  find(nameOrCode: string): number
  /** The same for what records say. */
  finder: Pick<SubjectFinder, 'ofUnit' | 'ofNameId' | 'ofText'>
}

const known = new WeakMap<RegisterColumns, { today: string; subjects: Promise<UnitSubjects> }>()

/** The subjects of the register as it stands, on a day (YYYY-MM-DD); kept until the register changes. */
export async function loadSubjects(session: RegisterSession, today: string): Promise<UnitSubjects> {
  const columns = await session.columns.current()
  const last = known.get(columns)
  if (last?.today === today) return last.subjects
  const subjects = buildSubjects(session, columns, today)
  known.set(columns, { today, subjects })
  return subjects
}

async function buildSubjects({ source, places }: RegisterSession, columns: RegisterColumns, today: string): Promise<UnitSubjects> {
  const directory = await columns.directory()
  const links = await loadNameLinks(source)
  const book = new SubjectBook(directory, links, unitRegions(places))
  await source.scan('unit', ['uscc', 'name', 'formerNames', 'aliases'], (page) => {
    for (const row of page) book.addUnit(Number(row[0]), String(row[1]), [textOrNull(row[2]) ?? '', ...parseTexts(row[3]), ...parseTexts(row[4])])
  })
  await source.names((page) => { for (const [id, text] of page) book.addName(id, text) })
  for (const name of links.meant.values()) book.ofText(name)
  await countSubjects(source, columns, book, book.counts, packDate(today))
  return { all: book.subjects(), links, find: (text) => book.find(text), finder: book }
}

interface Entry { id: number | null; code: string | null; names: string[]; codes: Set<string> }

/** Numbers units and unresolved names as they are met. */
class SubjectBook implements SubjectFinder {
  readonly counts: UnitCounts[] = []
  readonly #entries: Entry[] = []
  readonly #ofUnit = new Map<number, number>()
  readonly #ofName = new Map<string, number>()
  readonly #directory: UnitDirectory
  readonly #links: NameLinks
  readonly #regions: RegionNames
  #ofNameId = new Int32Array(1024).fill(-1)

  constructor(directory: UnitDirectory, links: NameLinks, regions: RegionNames) {
    this.#regions = regions
    this.#directory = directory
    this.#links = links
  }

  addUnit(id: number, uscc: string, names: readonly string[]): void {
    const unit = this.#directory.unitOfId.get(id) ?? unresolved
    const index = this.#ofUnit.get(unit) ?? this.#add(null)
    this.#ofUnit.set(unit, index)
    const entry = this.#entries[index]
    if (!entry) return
    const isItself = this.#directory.usccs[unit] === uscc
    if (isItself) Object.assign(entry, { id, code: uscc })
    const own = names.filter((name) => name !== '')
    entry.names = [...new Set(isItself ? [...own, ...entry.names] : [...entry.names, ...own])]
  }

  addName(id: number, text: string): void {
    if (id >= this.#ofNameId.length) {
      const grown = new Int32Array(id * 2).fill(-1)
      grown.set(this.#ofNameId)
      this.#ofNameId = grown
    }
    const unit = this.#directory.unitOfName[id] ?? unresolved
    this.#ofNameId[id] = unit === unresolved ? this.ofText(text) : this.ofUnit(unit)
  }

  ofUnit(unit: number): number {
    return this.#ofUnit.get(unit) ?? -1
  }

  ofNameId(name: number): number {
    return this.#ofNameId[name] ?? -1
  }

  /** A name that no unit carries becomes a subject of its own; persons do not. */
  ofText(text: string): number {
    const unit = this.#directory.unitOfText(text)
    if (unit !== unresolved) return this.ofUnit(unit)
    if (!isOrganisationName(text, this.#regions)) return -1
    const written = normaliseName(text)
    const key = this.#links.meant.get(written) ?? written
    const index = this.#ofName.get(key) ?? this.#add(key)
    const entry = this.#entries[index]
    if (entry && !entry.names.includes(text)) {
      if (written === key) entry.names.unshift(text)
      else entry.names.push(text)
    }
    return index
  }

  noteCode(subject: number, uscc: string): void {
    this.#entries[subject]?.codes.add(uscc)
  }

  find(text: string): number {
    const unit = this.#directory.unitOfUscc.get(text.trim().toUpperCase()) ?? this.#directory.unitOfText(text)
    if (unit !== unresolved) return this.ofUnit(unit)
    const written = normaliseName(text)
    return this.#ofName.get(this.#links.meant.get(written) ?? written) ?? -1
  }

  subjects(): UnitSubject[] {
    return this.#entries.map(({ id, code, names, codes }, index) => ({
      id, code: code ?? (codes.size === 1 ? ([...codes][0] ?? null) : null), name: names[0] ?? code ?? '', names, counts: this.counts[index] ?? noCounts(),
    }))
  }

  #add(nameKey: string | null): number {
    const index = this.#entries.push({ id: null, code: null, names: [], codes: new Set() }) - 1
    this.counts.push(noCounts())
    if (nameKey !== null) this.#ofName.set(nameKey, index)
    return index
  }
}
