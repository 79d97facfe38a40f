import type { Values } from '../../../shared/domain/catalogue/fields'
import type { Hand } from '../../../shared/domain/merging/hand'
import { tagsField } from '../../../shared/domain/tags'
import { normaliseName } from '../../../shared/domain/text'
import type { HistoryEntry } from '../../store/historyStore'
import type { StoredRecord } from '../../store/registerStore'
import { changedByHand, isSameWord, withReversed, wordAfter } from '../records/edit/reverseHand'
import { replacedHand } from '../records/keptHand'
import { sameField, withFields, type RecordState } from '../records/recordState'
import type { RecordServices } from '../records/recordServices'
import { textsOf } from './unitParts'

/**
 * What mergers put on the unit that stays, told by the journal, and what of it goes with a unit that goes: fields that were taken from
 * it, its tags, its other names, and the unit's own name among these where it had got another one. What a person has changed since stays.
 */

/** A merger as the kept unit's journal has it. */
interface Merger {
  before: Hand | null
  after: Hand | null
  /** Fields of the kept unit that it changed, as they were. */
  old: Values
  /** The kept unit's name before it. */
  name: string
  /** What units went into it, with their values then. */
  members: { id: number; values: Values }[]
}

/**
 * The word of a person on the unit that stays, without what came from units that are no longer merged into it.
 *
 * @param leaving  id of the unit that is being split off
 */
export async function withoutTaken(services: RecordServices, kept: RecordState, units: readonly StoredRecord[], leaving: number): Promise<Hand | null> {
  const code = String(kept.record.values['uscc'])
  const merged = new Set(units.filter(({ id, values }) => id !== leaving && values['mergedInto'] === code).map(({ id }) => id))
  let state = kept
  for (const merger of (await mergersOf(services, kept, units)).toReversed()) {
    const [gone, left] = [merger.members.filter(({ id }) => !merged.has(id)), merger.members.filter(({ id }) => merged.has(id))]
    if (gone.length > 0) state = reversed(state, merger, gone.map(({ values }) => values), left.map(({ values }) => values))
  }
  return state.hand
}

/** The word of a person on a unit that got its name from a merged one, as it was before; undefined where it did not. */
export async function withoutTakenName(services: RecordServices, kept: RecordState): Promise<{ hand: Hand | null; name: string } | undefined> {
  const entries = await services.history.ofRecord('unit', kept.record.id)
  for (const { sequence, support, old } of entries.toReversed()) {
    const before = support && replacedHand(support)
    if (before === undefined || typeof old['name'] !== 'string') continue
    const after = wordAfter(entries, sequence, { hand: kept.hand, note: null }).hand
    const became = textsOf(after?.values['aliases']).map(normaliseName)
    if (!isSameWord(after, kept.hand, 'name') || !became.includes(normaliseName(old['name']))) return undefined
    const values: Values = { ...kept.record.values, name: old['name'] }
    const hand = withReversed(before, kept.hand, ['name'])
    const state = { ...kept, hand, record: { ...kept.record, values } }
    return { hand: withTexts(state, 'aliases', textsOf(values['aliases']).filter((alias) => normaliseName(alias) !== normaliseName(String(old['name']))), before, textsOf(old['aliases'])).hand, name: old['name'] }
  }
  return undefined
}

async function mergersOf({ history }: RecordServices, kept: RecordState, units: readonly StoredRecord[]): Promise<Merger[]> {
  const { id, values } = kept.record
  const entries = await history.ofRecord('unit', id)
  const mergers: Merger[] = []
  for (const { sequence, support, old } of entries) {
    const before = support && replacedHand(support)
    if (before === undefined) continue
    const members: Merger['members'] = []
    for (const other of (await history.changeSet(sequence))?.changed ?? []) {
      const unit = other.kind === 'unit' && other.id !== id && 'mergedInto' in other.old ? units.find((known) => known.id === other.id) : undefined
      if (!unit) continue
      const then = valuesAfter(await history.ofRecord('unit', unit.id), unit.values, sequence)
      if (then['mergedInto'] === values['uscc']) members.push({ id: unit.id, values: then })
    }
    if (members.length > 0) mergers.push({ before, after: wordAfter(entries, sequence, { hand: kept.hand, note: null }).hand, old, name: String(old['name'] ?? valuesAfter(entries, values, sequence)['name'] ?? ''), members })
  }
  return mergers
}

function valuesAfter(entries: readonly HistoryEntry[], now: Values, sequence: number): Values {
  return Object.assign({ ...now }, ...entries.filter((entry) => entry.sequence > sequence).toReversed().map(({ old }) => old)) as Values
}

function reversed(state: RecordState, { before, after, old, name }: Merger, gone: readonly Values[], left: readonly Values[]): RecordState {
  const isGone = (field: string): boolean => {
    const value = after?.values[field]
    return gone.some((values) => sameField(values[field], value)) && !left.some((values) => sameField(values[field], value)) && isSameWord(after, state.hand, field)
  }
  const fields = changedByHand(before, after).filter((field) => !joined.has(field) && field !== 'uscc' && isGone(field))
  let next: RecordState = { ...state, hand: withReversed(before, state.hand, fields) }
  if ('aliases' in old) {
    const theirs = new Set([...gone.flatMap(namesOf), ...(fields.includes('name') ? [name] : [])].map(normaliseName))
    next = withoutTexts(next, 'aliases', { before, after, was: textsOf(old['aliases']) }, (text) => theirs.has(normaliseName(text)))
  }
  if (tagsField in old) {
    const has = (values: Values, tag: string): boolean => textsOf(values[tagsField]).includes(tag)
    next = withoutTexts(next, tagsField, { before, after, was: textsOf(old[tagsField]) }, (tag) => gone.some((values) => has(values, tag)) && !left.some((values) => has(values, tag)))
  }
  return next
}

/** Fields of several texts, to which a merger adds. */
const joined: ReadonlySet<string> = new Set(['aliases', tagsField])

function namesOf(values: Values): string[] {
  return [String(values['name'] ?? ''), ...textsOf(values['formerNames']), ...textsOf(values['aliases'])]
}

interface JoinedBefore { before: Hand | null; after: Hand | null; was: readonly string[] }

/** Takes out what a merger added and goes now, and puts back what it took out. */
function withoutTexts(state: RecordState, field: string, { before, after, was }: JoinedBefore, goes: (text: string) => boolean): RecordState {
  const then = textsOf(after?.values[field])
  const added = then.filter((text) => !was.includes(text) && goes(text))
  const now = textsOf(state.hand?.values[field] ?? state.record.values[field])
  const back = was.filter((text) => !then.includes(text) && !now.includes(text))
  return added.length + back.length === 0 ? state : withTexts(state, field, [...back, ...now.filter((text) => !added.includes(text))], before, was)
}

/** The texts of a field; where they are what they were, the word on them is what it was too. */
function withTexts(state: RecordState, field: string, texts: readonly string[], before: Hand | null, was: readonly string[]): RecordState {
  if (texts.length === was.length && texts.every((text) => was.includes(text))) return { ...state, hand: withReversed(before, state.hand, [field]) }
  return { ...state, hand: withFields(state, { [field]: texts }, []) }
}
