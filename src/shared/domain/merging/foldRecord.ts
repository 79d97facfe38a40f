import { kindDefinitions, recordKinds, type FieldValue, type RecordKind, type Values } from '../catalogue/fields'
import { tagsField } from '../tags'
import { bearsEdits, underEdits, underLaterEdits } from './editedFields'
import type { Hand } from './hand'
import { DraftingSettling } from './settleDrafting'
import { OwnerSettling } from './settleOwners'
import { PatentSettling } from './settlePatent'
import { RevisionSettling } from './settleStandard'
import { TrademarkSettling } from './settleTrademark'
import { MoveSettling, NameSettling } from './settleUnit'
import type { Effect, Settling } from './settling'
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

interface FoldedField { name: string; isFlag: boolean; policy: Policy }

/** The fields of each kind with their policies, looked up once: every row that comes in is folded. */
const folded: ReadonlyMap<RecordKind, readonly FoldedField[]> = new Map(recordKinds.map((kind) => [kind, kindDefinitions[kind].fields.map(({ name, type }) => ({ name, isFlag: type === 'flag', policy: policyOf(kind, name) })).filter(({ policy }) => policy !== 'settled')]))

/** Fields whose rules need more than the values stated of them, in the order in which they are settled. */
const settlings: Partial<Record<RecordKind, () => readonly Settling[]>> = {
  standard: () => [new DraftingSettling(), new RevisionSettling()],
  patent: () => [new PatentSettling(), new OwnerSettling()],
  trademark: () => [new TrademarkSettling()],
  unit: () => [new NameSettling(), new MoveSettling()],
}

const noSettlings: readonly Settling[] = []

/**
 * Whether sources can contradict each other about a field: of some fields all that any source names counts together, and that
 * two districts report one standard is no contradiction.
 */
export function isDisputable(kind: RecordKind, field: string): boolean {
  const policy = policyOf(kind, field)
  return (policy === 'best' && field !== 'reportedDistrict') || field === 'drafting' || field === 'newOrRevised' || field === 'statedStatus' || field === 'lapsedOn'
}

/**
 * Folds a record's statements, with the fields a person set by hand on top, unless the person changed them again in an
 * export that showed them ({@link underLaterEdits}).
 *
 * @param statements  in any order; at least one, or a hand edit
 * @param hand        fields set by hand; null in it empties the field
 * @returns           complete values of the record (empty fields absent)
 */
export function foldRecord(kind: RecordKind, statements: readonly Statement[], hand?: Hand): Values {
  const fold = new Fold(kind)
  const ordered = statements.length > 1 ? underEdits([...statements].sort(compareStatements)) : statements
  for (const statement of ordered) fold.take(statement)
  return fold.values(hand && underLaterEdits(hand, statements))
}

/**
 * What statements come to, each behind those before: the hundred-thousandth of a record costs no more than the second.
 * Statements that bear edits of an export ({@link underEdits}) need to be seen all at once, so they cannot come this way.
 */
export class Fold {
  /** What stands of each field, in the order of `folded`, and how far its source is believed. */
  private readonly standing: StatedValue[] = []
  private readonly ranks: number[] = []
  private readonly named: (Set<string | number> | undefined)[] = []
  private readonly fields: readonly FoldedField[]
  private readonly settlings: readonly Settling[]
  private last: Statement | null = null

  constructor(kind: RecordKind) {
    this.fields = folded.get(kind) ?? []
    this.settlings = settlings[kind]?.() ?? noSettlings
  }

  /** Whether a statement can be taken after those that were. */
  canTake(statement: Statement): boolean {
    return !bearsEdits(statement) && (this.last === null || compareStatements(this.last, statement) <= 0)
  }

  /** @returns what it does to the fields that are dear to settle: the others are always told at once */
  take(statement: Statement): Effect {
    this.last = statement
    const rank = standingOf(statement)
    for (let at = 0; at < this.fields.length; at++) {
      const { name, policy } = this.fields[at] as FoldedField
      const value = statement.values[name]
      if (value === null || value === undefined) continue
      if (policy === 'best') this.weigh(at, value, rank)
      else if (policy === 'union') this.name(at, value)
      else if (value === 1) this.standing[at] = 1
    }
    let effect: Effect = 'none'
    for (const settling of this.settlings) {
      const own = settling.take(statement)
      if (effect === 'none') effect = own
    }
    return effect
  }

  private weigh(at: number, value: StatedValue, rank: number): void {
    const best = this.standing[at] ?? null
    if (best === null) this.ranks[at] = rank
    else {
      const bestRank = this.ranks[at] ?? 0
      if (isVaguer(value, best) || (!isVaguer(best, value) && rank < bestRank)) return
      this.ranks[at] = Math.max(rank, bestRank)
    }
    this.standing[at] = value
  }

  private name(at: number, value: StatedValue): void {
    if (!Array.isArray(value)) return
    const named = (this.named[at] ??= new Set())
    for (const item of value) if (typeof item === 'string' || typeof item === 'number') named.add(item)
  }

  /**
   * Complete values of the record (empty fields absent), with what counts of a person's word on top.
   *
   * @param isLate  fields that are dear to settle may be as they were settled last
   */
  values(hand?: Values, isLate = false): Values {
    const values: Values = {}
    for (let at = 0; at < this.fields.length; at++) {
      const { name, isFlag, policy } = this.fields[at] as FoldedField
      const value = policy === 'union' ? unionOf(this.named[at], name) : (this.standing[at] ?? null) as FieldValue
      if (value !== null && (value !== 0 || !isFlag)) values[name] = value
    }
    for (const settling of this.settlings) settling.settle(values, isLate)
    if (hand) {
      applyHand(values, hand)
      for (const settling of this.settlings) settling.follow?.(values, hand)
    }
    return values
  }
}

function applyHand(values: Values, hand: Values): void {
  for (const [name, value] of Object.entries(hand)) {
    if (value === null || value === undefined) delete values[name]
    else values[name] = value
  }
}

/** 2021-02 says less than 2021-02-18: a vaguer date never replaces an exact one it agrees with. */
function isVaguer(a: StatedValue, b: StatedValue): boolean {
  return typeof a === 'string' && typeof b === 'string' && a.length < b.length && /^\d{4}(?:-\d{2})?$/u.test(a) && /^\d{4}-\d{2}(?:-\d{2})?$/u.test(b) && b.startsWith(a)
}

function unionOf(named: ReadonlySet<string | number> | undefined, field: string): FieldValue {
  if (named === undefined || named.size === 0) return null
  const items = [...named]
  if (items.every((item) => typeof item === 'number')) return items.sort((a, b) => a - b)
  const texts = items.map(String)
  return field === 'publications' ? texts.sort(byDocument) : texts
}

/** Applications (A) before grants, then by number: an invention's first publication stands first. */
function byDocument(a: string, b: string): number {
  const isGrant = (text: string): number => (/A\d?$/u.test(text) ? 0 : 1)
  return isGrant(a) - isGrant(b) || (a < b ? -1 : a > b ? 1 : 0)
}
