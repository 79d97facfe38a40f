import { filterDefinitions, filterValue, isFilterName, type FilterName, type Filters } from '../../../shared/domain/catalogue/filters'
import { countDefinition, countFilters, type Condition, type CountName } from '../../../shared/domain/catalogue/indicators'
import { listDefinitions } from '../../../shared/domain/catalogue/listFields'
import { readCondition } from '../../../shared/domain/catalogue/writtenCondition'
import { planList } from '../lists/planList'
import { conditionField, listOfSubject } from '../ranking/rowsWhere'
import { problemAt, type DefinitionProblem } from './writtenDefinition'

/** What of a count is meant: filters of the indicator, and conditions on stored fields. */
export interface Narrowing { filters: Filters; where: Condition[] }

type Read = { filter: [FilterName, string[]] } | { condition: Condition } | { problem: DefinitionProblem }

/**
 * Reads written filters: `field=value`, commas between alternatives; `!=` none of them, `^=` begins with, `*=` contains.
 * The count's own filters come first, then every stored field of the kind.
 */
export function readNarrowing(count: CountName, written: readonly string[], at: string): { narrowing: Narrowing; problems: DefinitionProblem[] } {
  const narrowing: Narrowing = { filters: {}, where: [] }
  const problems: DefinitionProblem[] = []
  for (const [index, text] of written.entries()) {
    const read = readOne(count, text, `${at}.${index}`)
    if ('problem' in read) problems.push(read.problem)
    else if ('condition' in read) narrowing.where.push(read.condition)
    else {
      const [name, values] = read.filter
      narrowing.filters = narrowed(narrowing.filters, { [name]: values })
      if (narrowing.filters[name]?.length === 0) problems.push(problemAt(`${at}.${index}`, 'nothing_left', text))
    }
  }
  return { narrowing, problems }
}

/** Both must hold: of a filter in both, the values in both. */
export function narrowed(one: Filters, other: Filters): Filters {
  const both: Filters = { ...one }
  for (const [name, values] of Object.entries(other) as [FilterName, readonly string[]][]) {
    both[name] = one[name]?.filter((value) => values.includes(value)) ?? values
  }
  return both
}

function readOne(count: CountName, text: string, at: string): Read {
  const written = readCondition(text)
  if (!written) return { problem: problemAt(at, 'bad_value', text, 'field=value') }
  const { field: name, match, values } = written
  const { subject, fixed } = countDefinition(count)
  if (match === 'is' && isFilterName(name)) {
    if (fixed?.[name] !== undefined) return { problem: problemAt(at, 'fixed_filter', text, fixed[name]) }
    if (countFilters(count).includes(name)) return readFilter(name, values, text, at)
  }
  if (!conditionField(subject, name)) return { problem: problemAt(at, 'unknown_field', name, namesFor(count)) }
  const condition: Condition = { field: name, values, ...(match === 'is' ? {} : { match }) }
  const plan = planList({ kind: listOfSubject[subject], search: '', filters: [condition], sort: [] }, () => null)
  if (plan.ok) return { condition }
  const expected = plan.details?.expected
  return { problem: problemAt(at, 'bad_value', plan.details?.value ?? text, typeof expected === 'string' ? expected : '') }
}

function readFilter(name: FilterName, words: readonly string[], text: string, at: string): Read {
  const values = words.map((word) => filterValue(name, word)).filter((value) => value !== null)
  if (values.length === words.length) return { filter: [name, values] }
  return { problem: problemAt(at, 'bad_value', text, (filterDefinitions[name].values ?? []).map(({ value, label }) => `${value}（${label}）`)) }
}

/** Every name that may stand before the sign. */
export function namesFor(count: CountName): string[] {
  const { subject } = countDefinition(count)
  const fields = listDefinitions[listOfSubject[subject]].fields.filter(({ stored }) => stored !== undefined).map(({ name }) => name)
  return [...new Set<string>([...countFilters(count), ...fields])]
}
