import { indicatorNames, isIndicatorName, type Indicator, type OwnIndicator } from '../../../shared/domain/catalogue/indicators'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import type { DefinedIndicator } from '../columns/definedIndicators'
import type { RegisterColumns } from '../columns/registerColumns'
import { compileDefinition, type Compiled } from './compileDefinition'
import { invalidIndicator, readDefinition, type WrittenDefinition } from './writtenDefinition'

/** An indicator of the office as its newest version stands. */
export interface OwnEntry {
  name: string
  version: number
  label: string
  isRetired: boolean
  /** What was written; null where it cannot be read any more. */
  written: WrittenDefinition | null
  compiled: Compiled
}

/** The office's indicators in the order in which they were first defined, retired ones among them. */
export async function ownIndicators(columns: RegisterColumns): Promise<OwnEntry[]> {
  const newest = new Map<string, DefinedIndicator>()
  for (const defined of await columns.defined()) {
    if (defined.version > (newest.get(defined.indicator)?.version ?? 0)) newest.set(defined.indicator, defined)
  }
  const read = [...newest.values()].map((defined) => ({ ...defined, read: readDefinition(parsed(defined.definition)) }))
  const standing = new Map(read.flatMap(({ indicator, isRetired, read: { definition } }) => (definition && !isRetired ? [[indicator, definition] as const] : [])))
  return read.map(({ indicator, version, label, isRetired, read: { definition, problems } }) => ({
    name: indicator, version, label, isRetired, written: definition ?? null,
    compiled: definition ? compileDefinition(definition, version, standing) : { problems: problems ?? [] },
  }))
}

/** Those that can be counted. */
export function standing(entries: readonly OwnEntry[]): OwnIndicator[] {
  return entries.flatMap(({ isRetired, compiled }) => (isRetired || !('indicator' in compiled) ? [] : [compiled.indicator]))
}

/**
 * The indicator of a name: of the program, or as the office has defined it last.
 *
 * @returns usage_bad_value for a name that is none, invalid_indicator where what it stands on is gone
 */
export async function findIndicator(columns: RegisterColumns, name: string): Promise<Result<Indicator>> {
  if (isIndicatorName(name)) return succeed(name)
  const entries = await ownIndicators(columns)
  const entry = entries.find((known) => known.name === name && !known.isRetired)
  if (!entry) {
    const choices = [...indicatorNames, ...standing(entries).map((own) => own.name)].join('、')
    return fail('usage_bad_value', undefined, { option: '<indicator>', value: name, expected: t('cli.expected.choice', { choices }) })
  }
  return 'indicator' in entry.compiled ? succeed(entry.compiled.indicator) : invalidIndicator(entry.compiled.problems)
}

/** The same for several names; the first that is none refuses. */
export async function findIndicators(columns: RegisterColumns, names: readonly string[]): Promise<Result<Indicator[]>> {
  const found: Indicator[] = []
  for (const name of names) {
    const indicator = await findIndicator(columns, name)
    if (!indicator.ok) return indicator
    found.push(indicator.value)
  }
  return succeed(found)
}

/** Indicators as they were in some versions, whatever has become of them since; one that no longer can be counted is left out. */
export async function indicatorVersions(columns: RegisterColumns, versions: readonly { name: string; version: number }[]): Promise<OwnIndicator[]> {
  const now = new Map((await ownIndicators(columns)).flatMap(({ name, written, isRetired }) => (written && !isRetired ? [[name, written] as const] : [])))
  const all = await columns.defined()
  return versions.flatMap(({ name, version }) => {
    const { definition } = readDefinition(parsed(all.find((defined) => defined.indicator === name && defined.version === version)?.definition ?? ''))
    const compiled = definition ? compileDefinition(definition, version, now) : null
    return compiled && 'indicator' in compiled ? [compiled.indicator] : []
  })
}

/** The store's text is JSON this program wrote; anything else reads as nothing. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
