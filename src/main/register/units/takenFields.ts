import type { Values } from '../../../shared/domain/catalogue/fields'
import type { Hand } from '../../../shared/domain/merging/hand'
import { tagsField } from '../../../shared/domain/tags'
import { normaliseName } from '../../../shared/domain/text'
import type { HistoryEntry } from '../../store/historyStore'
import type { StoredRecord } from '../../store/registerStore'
import { changedByHand, isSameWord, withReversed, wordAfter } from '../records/edit/reverseHand'
import { replacedHand } from '../records/keptHand'
import { foldState, sameField, withFields, type RecordState } from '../records/recordState'
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
    if (gone.length > 0) state = reversed(state, merger, gone.map(({ values }) => values), left.map(({ values }) => values), units.filter(({ id }) => merged.has(id)).map(({ values }) => values))
  }
  // What stands alone again under its own name is no other name of the unit it was in, whichever merger made it one.
  const own = normaliseName(String(units.find(({ id }) => id === leaving)?.values['name'] ?? ''))
  return textsOf(state.hand?.values['aliases']).some((alias) => normaliseName(alias) === own) ? withoutAliases(services, state, (alias) => normaliseName(alias) === own) : state.hand
}

/**
 * The word of a person on a unit that got its name from a merged one, as it was before; undefined where it did not. A name that it
 * had got from another one that stands alone again is passed over.
 */
export async function withoutTakenName(services: RecordServices, kept: RecordState, units: readonly StoredRecord[]): Promise<{ hand: Hand | null; name: string } | undefined> {
  const entries = await services.history.ofRecord('unit', kept.record.id)
  const apart = (await services.store.records.all('name_link')).filter(({ values }) => values['verdict'] === 'different').flatMap(({ values }) => textsOf(values['names']))
  const standing = units.filter(({ id, values }) => id !== kept.record.id && typeof values['mergedInto'] !== 'string').map(({ values }) => String(values['name'] ?? ''))
  const others = new Set([...apart, ...standing].map(normaliseName))
  let found: { before: Hand | null; name: string } | undefined
  for (const { sequence, support, old } of entries.toReversed()) {
    const before = support && replacedHand(support)
    if (before === undefined || typeof old['name'] !== 'string') continue
    const after = wordAfter(entries, sequence, { hand: kept.hand, note: null }).hand
    if (!isSameWord(after, found === undefined ? kept.hand : found.before, 'name')) continue
    if (!textsOf(after?.values['aliases']).map(normaliseName).includes(normaliseName(old['name']))) continue
    found = { before, name: old['name'] }
    if (!others.has(normaliseName(old['name']))) break
  }
  if (found === undefined) return undefined
  const { before, name } = found
  const state = { ...kept, hand: withReversed(before, kept.hand, ['name']) }
  return { hand: await withoutAliases(services, state, (alias) => normaliseName(alias) === normaliseName(name)), name }
}

/** The word without some other names; where the list is what it once was, the word on it is what it was then. */
export async function withoutAliases({ history }: RecordServices, state: RecordState, goes: (alias: string) => boolean): Promise<Hand | null> {
  const left = textsOf(state.hand?.values['aliases'] ?? state.record.values['aliases']).filter((alias) => !goes(alias))
  for (const { old, support } of (await history.ofRecord('unit', state.record.id)).toReversed()) {
    const before = support && replacedHand(support)
    if (before !== undefined && 'aliases' in old && isSameSet(textsOf(old['aliases']), left)) return withReversed(before, state.hand, ['aliases'])
  }
  return withOwnTexts(state, 'aliases', left)
}

/** The texts of a field as a person's word, or none where the files say the same. */
function withOwnTexts(state: RecordState, field: string, texts: readonly string[]): Hand | null {
  const withdrawn = withFields(state, {}, [field])
  const value = texts.length > 0 ? texts : null
  return sameField(foldState(state, withdrawn)[field], value) ? withdrawn : withFields(state, { [field]: value }, [])
}

function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((text) => others.includes(text))
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

function reversed(state: RecordState, { before, after, old, name }: Merger, gone: readonly Values[], left: readonly Values[], still: readonly Values[]): RecordState {
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
    next = withoutTexts(next, tagsField, { before, after, was: textsOf(old[tagsField]) }, (tag) => gone.some((values) => has(values, tag)) && !still.some((values) => has(values, tag)))
  }
  return next
}

/** Fields of several texts, to which a merger adds. */
const joined: ReadonlySet<string> = new Set(['aliases', tagsField])

function namesOf(values: Values): string[] {
  return [String(values['name'] ?? ''), ...textsOf(values['formerNames']), ...textsOf(values['aliases'])]
}

interface JoinedBefore { before: Hand | null; after: Hand | null; was: readonly string[] }

/** Takes out what a merger added and goes now. */
function withoutTexts(state: RecordState, field: string, { before, after, was }: JoinedBefore, goes: (text: string) => boolean): RecordState {
  const added = textsOf(after?.values[field]).filter((text) => !was.includes(text) && goes(text))
  const now = textsOf(state.hand?.values[field] ?? state.record.values[field])
  return now.some((text) => added.includes(text)) ? withTexts(state, field, now.filter((text) => !added.includes(text)), before, was) : state
}

/** The texts of a field; where they are what they were, the word on them is what it was too. */
function withTexts(state: RecordState, field: string, texts: readonly string[], before: Hand | null, was: readonly string[]): RecordState {
  if (isSameSet(texts, was)) return { ...state, hand: withReversed(before, state.hand, [field]) }
  return { ...state, hand: withOwnTexts(state, field, texts) }
}
