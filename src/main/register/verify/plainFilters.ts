import type { Values } from '../../../shared/domain/catalogue/fields'
import { ownerTypes, type FilterName, type Filters } from '../../../shared/domain/catalogue/filters'
import { kindDefinitions, type FieldDefinition } from '../../../shared/domain/catalogue/fields'
import { countDefinition, type CountTerm, type Subject } from '../../../shared/domain/catalogue/indicators'
import { tagsField, tagsOf } from '../../../shared/domain/tags'
import { ownerTypeOfName } from '../columns/ownerTypes'
import { packDate } from '../columns/packedDate'
import type { Units } from '../columns/unitDirectory'
import { planList, type FieldTest } from '../lists/planList'
import { partedConditions } from '../ranking/classPairs'
import { listOfSubject } from '../ranking/rowsWhere'
import { listDefinitions, recordKindOfList } from '../../../shared/domain/catalogue/listFields'
import { criteriaOf, text, type PlainCount } from './plainCounting'
import { firstName, levelOf, ownerOf, unitsOf } from './plainPlaces'

/** Whether a record is what a term counts, asked of its own values; the role is a question of its places. */
export type PlainTest = (record: Values, counted: PlainCount) => boolean

interface TestContext {
  directory: Units
  /** The units that have one of the tags that are asked of units, by their number. */
  among: ReadonlySet<number> | null
}

/** The stored fields that a term's own conditions look at. */
export function fieldsAsked({ count, where = [] }: CountTerm): string[] {
  const known = listDefinitions[listOfSubject[countDefinition(count).subject]].fields
  return where.flatMap(({ field }) => known.find(({ name }) => name === field)?.stored ?? field)
}

export function plainTest(term: CountTerm, filters: Filters, context: TestContext): PlainTest {
  const { subject } = countDefinition(term.count)
  const plan = planList({ kind: listOfSubject[subject], search: '', filters: subject === 'trademark' ? partedConditions(term).ofRecords : (term.where ?? []), sort: [] }, () => null)
  const tests = plan.ok ? plan.value.tests : []
  const fields = kindDefinitions[recordKindOfList[listOfSubject[subject]]].fields
  const wanted = subject === 'standard' ? { ...filters, kind: filters.kind ?? ['international', 'national', 'industry'] } : filters
  return (record, counted) =>
    (Object.entries(wanted) as [FilterName, readonly string[]][]).every(([name, values]) => hasFilter(name, values, record, counted, { ...context, subject }))
    && tests.every((test) => meets(test, record, fields))
}

function hasFilter(name: FilterName, values: readonly string[], record: Values, { day }: PlainCount, { subject, directory, among }: TestContext & { subject: Subject }): boolean {
  switch (name) {
    case 'role': return true
    // National includes GBZ (domain.md 8a).
    case 'kind': return values.includes(text(record.kind)) || (record.kind === 'national_health' && values.includes('national'))
    case 'newOrRevised': return values.includes(isRevised(record) ? 'revised' : 'new')
    case 'ownerType': return values.includes(ownerTypeOf(record, directory))
    case 'criterion': return criteriaOf(record, day).some((criterion) => values.includes(criterion))
    case 'tags': return tagsOf(record[tagsField]).some((tag) => values.includes(tag))
    case 'unitTags': return unitsOf(subject, record, directory).some((unit) => among?.has(unit))
    case 'level': return values.includes(levelOf(record) ?? '')
    case 'type': case 'honour': case 'pilotType': case 'status': return values.includes(text(record[name]))
  }
}

function isRevised({ newOrRevised, replaces }: Values): boolean {
  return newOrRevised === 'revised' || (newOrRevised !== 'new' && Array.isArray(replaces) && replaces.length > 0)
}

/** By the directory's word, else as stated, else by the name. */
function ownerTypeOf(record: Values, directory: Units): string {
  const unit = ownerOf(record, directory)
  const fromUnit = unit === null ? 0 : (directory.typeOfUnit[unit] ?? 0)
  if (fromUnit !== 0) return ownerTypes[fromUnit - 1]?.value ?? ''
  const stated = text(record.ownerType)
  return ownerTypes.some(({ value }) => value === stated) ? stated : (ownerTypes[ownerTypeOfName(firstName(record)) - 1]?.value ?? '')
}

function meets({ field, accepts, acceptsEmpty, isNegated }: FieldTest, record: Values, fields: readonly FieldDefinition[]): boolean {
  const definition = fields.find(({ name }) => name === (field.stored ?? field.name))
  const values = valuesOf(record[definition?.name ?? ''], definition?.type ?? 'text')
  return (values.length === 0 ? acceptsEmpty : values.some(accepts)) !== (isNegated === true)
}

/** A field's values as the tests of lists ask for them: dates as numbers, of a drafting list the names. */
function valuesOf(value: Values[string], type: FieldDefinition['type']): (string | number)[] {
  if (value === null || value === undefined || value === '') return []
  if (Array.isArray(value)) return value.map((item: unknown): string | number => (Array.isArray(item) ? String(item[1]) : typeof item === 'number' ? item : String(item)))
  if (type === 'date') return [packDate(String(value))]
  return [typeof value === 'number' ? value : String(value)]
}
