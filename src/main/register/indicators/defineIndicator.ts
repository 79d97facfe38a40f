import { indicatorDefinition, indicatorNames, isIndicatorName, type OwnIndicator } from '../../../shared/domain/catalogue/indicators'
import type { Values } from '../../../shared/domain/catalogue/fields'
import { fail, succeed, type Failure, type Result } from '../../../shared/domain/result'
import type { RegisterColumns } from '../columns/registerColumns'
import { personsChange, type RecordServices } from '../records/recordServices'
import { compileDefinition } from './compileDefinition'
import { ownIndicators, type OwnEntry } from './ownIndicators'
import { invalidIndicator, problemAt, readDefinition, type DefinitionProblem, type WrittenDefinition } from './writtenDefinition'

/** What `indicators define` and `indicators remove` answer. `sequence` is null where nothing had to be written. */
export interface IndicatorChange {
  indicator: string
  label: string
  version: number
  isRetired: boolean
  sequence: number | null
}

/** A definition that may stand, and the version it would be. */
export interface JudgedDefinition { written: WrittenDefinition; indicator: OwnIndicator; isUnchanged: boolean }

/**
 * Judges a definition beside those that stand, without writing anything.
 *
 * @returns invalid_indicator with every problem and its place
 */
export async function judgeDefinition(columns: RegisterColumns, input: unknown): Promise<Result<JudgedDefinition>> {
  const read = readDefinition(input)
  if (read.problems) return invalidIndicator(read.problems)
  const { definition } = read
  const entries = await ownIndicators(columns)
  const before = entries.find(({ name }) => name === definition.id)
  const isUnchanged = before !== undefined && !before.isRetired && JSON.stringify(before.written) === JSON.stringify(definition)
  const version = (before?.version ?? 0) + (isUnchanged ? 0 : 1)
  const others = entries.filter(({ name, isRetired }) => name !== definition.id && !isRetired)
  const together = new Map([...others.flatMap(({ name, written }) => (written ? [[name, written] as const] : [])), [definition.id, definition]])
  const compiled = compileDefinition(definition, version, together)
  const problems = [...takenNames(definition, others), ...(compiled.problems ?? [])]
  if (problems.length === 0) problems.push(...brokenOthers(others, together))
  return problems.length > 0 || compiled.problems ? invalidIndicator(problems) : succeed({ written: definition, indicator: compiled.indicator, isUnchanged })
}

/** A name stands for one thing: neither the program's indicators nor the office's others may bear it. */
function takenNames({ id, name }: WrittenDefinition, others: readonly OwnEntry[]): DefinitionProblem[] {
  const labels = [...indicatorNames.map((known) => indicatorDefinition(known).label), ...others.map(({ label }) => label)]
  return [...(isIndicatorName(id) ? [problemAt('id', 'name_taken', id)] : []), ...(labels.includes(name) ? [problemAt('name', 'name_taken', name)] : [])]
}

/** Others that could be counted so far and could not any more. */
function brokenOthers(others: readonly OwnEntry[], together: ReadonlyMap<string, WrittenDefinition>): DefinitionProblem[] {
  const broken = others.filter(({ written, compiled, version }) => written && 'indicator' in compiled && compileDefinition(written, version, together).problems)
  return broken.length === 0 ? [] : [problemAt('', 'breaks_others', broken.map(({ name }) => name).join('、'))]
}

/**
 * Keeps a definition as the next version of its indicator, one change set that can be undone by its number. The versions
 * before stay; what was frozen with them does not change.
 *
 * @returns what {@link judgeDefinition} refuses
 */
export async function defineIndicator(services: RecordServices, columns: RegisterColumns, input: unknown): Promise<Result<IndicatorChange>> {
  const judged = await judgeDefinition(columns, input)
  if (!judged.ok) return judged
  const { written, indicator: { version }, isUnchanged } = judged.value
  const change = { indicator: written.id, label: written.name, version, isRetired: false }
  return isUnchanged ? succeed({ ...change, sequence: null }) : keep(services, change, written)
}

/**
 * Takes an indicator out of use with a last version that says so; defining it again brings it back.
 *
 * @returns unknown_name where there is none in use, indicator_in_use while others stand on it
 */
export async function retireIndicator(services: RecordServices, columns: RegisterColumns, name: string): Promise<Result<IndicatorChange>> {
  const entries = await ownIndicators(columns)
  const entry = entries.find((known) => known.name === name && !known.isRetired)
  if (!entry) return unknownIndicator(name)
  const users = entries.filter(({ isRetired, written }) => !isRetired && (written?.of === name || written?.whole?.of === name)).map((known) => known.name)
  if (users.length > 0) return fail('indicator_in_use', undefined, { value: name, users })
  return keep(services, { indicator: name, label: entry.label, version: entry.version + 1, isRetired: true }, entry.written)
}

function unknownIndicator(name: string): Failure {
  return fail('unknown_name', undefined, { what: '自定义指标', value: name })
}

async function keep(services: RecordServices, change: Omit<IndicatorChange, 'sequence'>, written: WrittenDefinition | null): Promise<Result<IndicatorChange>> {
  const { indicator, label, version, isRetired } = change
  const values: Values = {
    key: `${indicator} ${version}`, indicator, version, label, definition: JSON.stringify(written), ...(isRetired ? { retired: 1 } : {}),
  }
  const note = `${isRetired ? 'retire' : 'define'} ${indicator} ${version}`
  const applied = await services.apply(personsChange(services, note, { inserts: [{ kind: 'own_indicator', values, evidence: [] }], handEdits: [{ kind: 'own_indicator', id: -1, values }] }))
  return applied.ok ? succeed({ ...change, sequence: applied.value.sequence }) : applied
}
