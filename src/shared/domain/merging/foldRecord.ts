import { kindDefinitions, recordKinds, type FieldValue, type RecordKind, type Values } from '../catalogue/fields'
import { tagsField } from '../tags'
import { underEdits } from './editedFields'
import { foldDrafting } from './foldDrafting'
import { settlePatent } from './settlePatent'
import { settleStandard } from './settleStandard'
import { settleUnit } from './settleUnit'
import { compareStatements, standingOf, type Statement, type StatedValue } from './statement'

/**
 * How several sources' words about one field become one value.
 *
 * best: the most believed class that speaks, of these the latest; a date that is only less precise than another source's
 * never replaces it. union: all that any source names, in order of first mention. any: set when any source sets it.
 */
type Policy = 'best' | 'union' | 'any' | 'settled'

const policies: Partial<Record<RecordKind, Readonly<Record<string, Policy>>>> = {
  unit: { formerNames: 'union' },
  standard: { drafting: 'settled', listLength: 'settled', listComplete: 'settled', listConflict: 'settled', newOrRevised: 'settled', systems: 'union' },
  patent: { publications: 'union', parties: 'best', listedHighValue: 'any', criteriaStated: 'any', lapsedOn: 'settled', statedStatus: 'settled' },
  trademark: { classes: 'union' },
}

function policyOf(kind: RecordKind, field: string): Policy {
  return policies[kind]?.[field] ?? (field === tagsField ? 'union' : 'best')
}

/** The fields of each kind with their policies, looked up once: every row that comes in is folded. */
const folded = new Map(recordKinds.map((kind) => [kind, kindDefinitions[kind].fields.map(({ name, type }) => ({ name, isFlag: type === 'flag', policy: policyOf(kind, name) })).filter(({ policy }) => policy !== 'settled')]))

/** Whether sources can contradict each other about a field: of some fields all that any source names counts together. */
export function isDisputable(kind: RecordKind, field: string): boolean {
  const policy = policyOf(kind, field)
  return policy === 'best' || field === 'drafting' || field === 'newOrRevised' || field === 'statedStatus' || field === 'lapsedOn'
}

/**
 * Folds a record's statements, with the fields a person set by hand on top.
 *
 * @param statements  in any order; at least one, or a hand edit
 * @param hand        fields set by hand; null in it empties the field
 * @returns           complete values of the record (empty fields absent)
 */
export function foldRecord(kind: RecordKind, statements: readonly Statement[], hand?: Values): Values {
  const ordered = statements.length > 1 ? underEdits([...statements].sort(compareStatements)) : statements
  const values: Values = {}
  for (const { name, isFlag, policy } of folded.get(kind) ?? []) {
    const value = policy === 'best' ? bestOf(ordered, name) : policy === 'union' ? unionOf(ordered, name) : anyOf(ordered, name)
    if (value !== null && (value !== 0 || !isFlag)) values[name] = value
  }
  if (kind === 'standard') {
    Object.assign(values, foldDrafting(ordered))
    settleStandard(values, ordered)
  } else if (kind === 'patent') settlePatent(values, ordered)
  else if (kind === 'unit') settleUnit(values, ordered)
  if (hand) applyHand(values, hand)
  return values
}

function applyHand(values: Values, hand: Values): void {
  for (const [name, value] of Object.entries(hand)) {
    if (value === null || value === undefined) delete values[name]
    else values[name] = value
  }
}

function bestOf(statements: readonly Statement[], field: string): FieldValue {
  let best: StatedValue = null
  let rank = 0
  for (const statement of statements) {
    const value = statement.values[field]
    if (value === null || value === undefined) continue
    const standing = standingOf(statement)
    if (best === null) {
      best = value
      rank = standing
    } else if (isVaguer(value, best)) continue
    else if (isVaguer(best, value) || standing >= rank) {
      best = value
      rank = Math.max(rank, standing)
    }
  }
  return best as FieldValue
}

/** 2021-02 says less than 2021-02-18: a vaguer date never replaces an exact one it agrees with. */
function isVaguer(a: StatedValue, b: StatedValue): boolean {
  return typeof a === 'string' && typeof b === 'string' && a.length < b.length && /^\d{4}(?:-\d{2})?$/u.test(a) && /^\d{4}-\d{2}(?:-\d{2})?$/u.test(b) && b.startsWith(a)
}

function unionOf(statements: readonly Statement[], field: string): FieldValue {
  let seen: Set<string | number> | null = null
  for (const statement of statements) {
    const value = statement.values[field]
    if (!Array.isArray(value)) continue
    seen ??= new Set()
    for (const item of value) if (typeof item === 'string' || typeof item === 'number') seen.add(item)
  }
  if (seen === null || seen.size === 0) return null
  const items = [...seen]
  if (items.every((item) => typeof item === 'number')) return items.sort((a, b) => a - b)
  const texts = items.map(String)
  return field === 'publications' ? texts.sort(byDocument) : texts
}

/** Applications (A) before grants, then by number: an invention's first publication stands first. */
function byDocument(a: string, b: string): number {
  const isGrant = (text: string): number => (/A\d?$/u.test(text) ? 0 : 1)
  return isGrant(a) - isGrant(b) || (a < b ? -1 : a > b ? 1 : 0)
}

function anyOf(statements: readonly Statement[], field: string): FieldValue {
  return statements.some((statement) => statement.values[field] === 1) ? 1 : null
}
