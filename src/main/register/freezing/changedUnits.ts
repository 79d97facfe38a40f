import type { RecordKind, Values } from '../../../shared/domain/catalogue/fields'
import { normaliseName } from '../../../shared/domain/text'
import type { RegisterStore } from '../../store/registerStore'
import type { RecordIds } from './movedRecords'

/** A unit that was changed since a period was closed, with its changed fields as they were. */
export interface ChangedUnit { id: number; old: readonly Values[] }

/** The unit that a record follows: its own entry of the restatement says what happened to it. */
export interface FollowedUnit { key: string; name: string }

/** Records looked into, of each kind: where a single unit takes more with it, the others name none. */
const most = 2_000

/**
 * Which of the changed units each record names, by code, name, former name or alias, as they are or were.
 *
 * @param wanted  records that are counted elsewhere
 * @returns by `kind id`
 */
export async function unitsFollowed(records: Pick<RegisterStore['records'], 'byIds'>, units: readonly ChangedUnit[], wanted: RecordIds): Promise<Map<string, FollowedUnit[]>> {
  const followed = new Map<string, FollowedUnit[]>()
  if (units.length === 0) return followed
  const named = await unitsByName(records, units)
  for (const [kind, ids] of wanted) {
    for (const { id, values } of await records.byIds(kind, [...ids].slice(0, most))) {
      const found = new Set(partiesOf(kind, values).flatMap((name) => named.get(normaliseName(name)) ?? []))
      if (found.size > 0) followed.set(`${kind} ${id}`, [...found])
    }
  }
  return followed
}

async function unitsByName(records: Pick<RegisterStore['records'], 'byIds'>, units: readonly ChangedUnit[]): Promise<Map<string, FollowedUnit>> {
  const current = new Map((await records.byIds('unit', units.map(({ id }) => id))).map(({ id, values }) => [id, values]))
  return new Map(units.flatMap(({ id, old }) => {
    const states = [current.get(id), ...old].filter((values) => values !== undefined)
    const unit = { key: firstText(states, 'uscc'), name: firstText(states, 'name') }
    return states.flatMap((values) => ['uscc', 'name', 'formerNames', 'aliases'].flatMap((field) => textsOf(values[field]))).map((name) => [normaliseName(name), unit] as const)
  }))
}

function firstText(states: readonly Values[], field: string): string {
  return states.flatMap((values) => textsOf(values[field]))[0] ?? ''
}

/** What a record calls those it belongs to; the name of a mark is none of them. */
function partiesOf(kind: RecordKind, values: Values): string[] {
  const fields = ['ownerUscc', 'uscc', 'drafting', 'parties', 'owner', 'applicants', 'recipient', ...(kind === 'pilot' ? ['name'] : [])]
  return fields.flatMap((field) => textsOf(values[field]))
}

/** Texts of a field of one or several, or of a drafting list. */
function textsOf(value: Values[string] | undefined): string[] {
  if (typeof value === 'string') return [value]
  if (!Array.isArray(value)) return []
  return value.flatMap((part: unknown) => (Array.isArray(part) ? part : [part])).filter((part): part is string => typeof part === 'string')
}
