import type { RecordKind, Values } from '../../../shared/domain/catalogue/fields'
import type { Filters } from '../../../shared/domain/catalogue/filters'
import { countDefinition, indicatorDefinition, indicatorNames, isQuotientDefinition, leadingTerm, nameOf, type CountTerm, type Indicator } from '../../../shared/domain/catalogue/indicators'
import { succeed, type Result } from '../../../shared/domain/result'
import { tagsField, tagsOf } from '../../../shared/domain/tags'
import type { RegisterStore } from '../../store/registerStore'
import type { RegisterColumns } from '../columns/registerColumns'
import { unresolved } from '../columns/unitDirectory'
import { ownIndicators, standing } from '../indicators/ownIndicators'
import { momentFor, readOptions, type Moment } from '../ranking/countingOptions'
import { classTestOf, countedClasses, type ClassTest } from '../ranking/classPairs'
import { scan } from '../ranking/figures'
import { layOutRows, type RegionRows } from '../ranking/regionRows'
import { plainFields, plainRules } from './plainCounting'
import { fieldsAsked, plainTest, type PlainTest } from './plainFilters'
import { awardOf, plainPlaces } from './plainPlaces'

/** The answer of `verify` (cli.md). */
export interface VerifiedFigures {
  ok: boolean
  period: string
  indicators: VerifiedIndicator[]
}

export interface VerifiedIndicator {
  indicator: string
  /** Of an indicator of the office. */
  version?: number
  label: string
  ok: boolean
  differences: Difference[]
}

/** `whole` for the count below the line of a ratio. */
interface Difference { row: string; fast: number; plain: number; part?: 'whole' }

/** One count of the period: what the fast columns say, and what the plain recount has come to so far. */
interface Question {
  term: CountTerm
  moment: Moment
  fast: number[]
  plain: number[]
  test: PlainTest
  /** Units whose records count; null where those of all do. */
  among: ReadonlySet<number> | null
  /** Of marks, the classes that are counted; null for all. */
  classes: ClassTest | null
  roles: readonly string[] | null
  awards: Set<string>
}

type Store = Pick<RegisterStore, 'records'>

/**
 * Counts every indicator of a period a second time, record by record from what is stored, the office's own among them,
 * and holds every row against the fast answer. A kind is read once, however many indicators count it.
 *
 * @returns usage failures of the period
 */
export async function verifyFigures(store: Store, columns: RegisterColumns, period: string | undefined): Promise<Result<VerifiedFigures>> {
  const recount = await recountOf(store, columns)
  const asked: { indicator: Indicator; count: Question; whole: Question | null }[] = []
  let name = ''
  for (const indicator of [...indicatorNames, ...standing(await ownIndicators(columns))]) {
    const options = readOptions(indicator, { period })
    if (!options.ok) return options
    name = options.value.period.name
    const moment = momentFor(indicator, options.value)
    const ask = (term: CountTerm): Promise<Question> => recount.ask(term, moment, async () => scan(columns, term, options.value, moment))
    const definition = indicatorDefinition(indicator)
    const whole = isQuotientDefinition(definition) && definition.shape === 'ratio' ? await ask(definition.denominator) : null
    asked.push({ indicator, count: await ask(leadingTerm(indicator)), whole })
  }
  await recount.run()
  const indicators = asked.map(({ indicator, count, whole }) => {
    const differences = [...recount.differences(count), ...(whole ? recount.differences(whole).map((row) => ({ ...row, part: 'whole' as const })) : [])]
    return { indicator: nameOf(indicator), ...(typeof indicator === 'string' ? {} : { version: indicator.version }), label: indicatorDefinition(indicator).label, ok: differences.length === 0, differences }
  })
  return succeed({ ok: indicators.every(({ ok }) => ok), period: name, indicators })
}

/** Collects counts, and makes them all in one passage through the records. */
async function recountOf(store: Store, columns: RegisterColumns) {
  const directory = await columns.directory()
  const rows = layOutRows(columns.city, columns.places, 'host')
  const questions = new Map<string, Question>()

  async function count(kind: RecordKind, ofKind: readonly Question[]): Promise<void> {
    const conditions = ofKind.flatMap(({ term }) => fieldsAsked(term))
    // Whose a record is hangs on the first name alone, but for the drafting units of a standard.
    const firstNameOnly = kind !== 'standard' && !conditions.some((field) => field === 'parties' || field === 'applicants')
    await store.records.walk(kind, { fields: [...(plainFields[kind] ?? []), ...conditions], firstNameOnly }, (page) => {
      for (const { values } of page) for (const question of ofKind) add(question, kind, values)
    })
  }

  function add(question: Question, kind: RecordKind, record: Values): void {
    const { term, moment, test, roles, plain, awards, among, classes } = question
    const rule = plainRules[term.count]
    const asked = rule.count(record, moment)
    if (!asked || !test(record, asked)) return
    const counted = classes === null ? asked : { ...asked, weight: countedClasses(record.classes, classes).length }
    if (counted.weight === 0) return
    if (rule.isOncePerAward) {
      const award = awardOf(record, directory)
      if (awards.has(award)) return
      awards.add(award)
    }
    if (term.everywhere) plain.forEach((value, row) => { plain[row] = value + counted.weight })
    else for (const row of rowsReached(rows, plainPlaces(kind, record, counted.day, { places: columns.places, directory, among }), roles)) plain[row] = (plain[row] ?? 0) + counted.weight
  }

  return {
    async ask(term: CountTerm, moment: Moment, scanned: () => ReturnType<typeof scan>): Promise<Question> {
      const key = JSON.stringify([term, moment])
      const known = questions.get(key)
      if (known) return known
      const fast = await scanned()
      const filters: Filters = { ...one(countDefinition(term.count).fixed), ...one(term.fixed), ...term.filters }
      const among = filters.unitTags === undefined ? null : await unitsTagged(store, columns, filters.unitTags)
      const question: Question = {
        term, among, moment, fast: term.everywhere ? rows.rows.map(() => fast.everywhere()) : fast.tally(rows), plain: rows.rows.map(() => 0),
        test: plainTest(term, filters, { directory, among }), roles: filters.role ?? null, awards: new Set(), classes: plainRules[term.count].kind === 'trademark' ? classTestOf(term) : null,
      }
      questions.set(key, question)
      return question
    },
    async run(): Promise<void> {
      for (const [kind, ofKind] of Map.groupBy(questions.values(), ({ term }) => plainRules[term.count].kind)) await count(kind, ofKind)
    },
    differences: ({ fast, plain }: Question): Difference[] =>
      rows.rows.map((row, at) => ({ row: row.name, fast: fast[at] ?? 0, plain: plain[at] ?? 0 })).filter((row) => row.fast !== row.plain),
  }
}

/** Numbers of the units that have one of the tags; one that was merged into another has none of its own. */
async function unitsTagged(store: Store, columns: RegisterColumns, tags: readonly string[]): Promise<Set<number>> {
  const { unitOfId } = await columns.directory()
  const found = new Set<number>()
  await store.records.walk('unit', { fields: ['mergedInto', tagsField] }, (page) => {
    for (const { id, values } of page) {
      if (!values['mergedInto'] && tagsOf(values[tagsField]).some((tag) => tags.includes(tag))) found.add(unitOfId.get(id) ?? unresolved)
    }
  })
  return found
}

function one(fixed: Readonly<Partial<Record<string, string>>> | undefined): Filters {
  return Object.fromEntries(Object.entries(fixed ?? {}).map(([name, value]) => [name, [value ?? '']]))
}

/** Each row once, by the best role of its units where a role is asked for (the first unit leads). */
function rowsReached({ rowsOfPlace }: RegionRows, places: readonly { place: number; isLead: boolean }[], roles: readonly string[] | null): number[] {
  const best = new Map<number, boolean>()
  for (const { place, isLead } of places) for (const row of rowsOfPlace[place] ?? []) best.set(row, isLead || best.get(row) === true)
  return [...best].filter(([, isLead]) => roles === null || roles.includes(isLead ? 'lead' : 'part')).map(([row]) => row)
}
