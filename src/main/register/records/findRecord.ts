import { kindDefinitions, type RecordKind } from '../../../shared/domain/catalogue/fields'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { foldForSearch } from '../../../shared/domain/search/bigrams'
import { queryWords } from '../../../shared/domain/search/matching'
import { squeezeNumber } from '../../../shared/domain/search/squeezeNumber'
import type { ListStore } from '../../store/listStore'
import { KnownUnits } from '../import/knownUnits'
import { readTyped } from './fieldReaders'
import type { RecordServices } from './recordServices'

/** A record as a person names it. */
export interface FoundRecord {
  id: number
  key: string
}

export type FindingServices = Pick<RecordServices, 'store' | 'reading'> & { lists: Pick<ListStore, 'search'> }

/** Candidates named in a refusal. */
const shownCandidates = 20

/**
 * The record that a person means by a number in any spelling: as stored, as the parsers of import read it (domain.md 9),
 * or without its punctuation and prefix (12342020 is GB/T 1234-2020); a unit also by its one current or former name.
 *
 * @returns unknown_record, or ambiguous_record with the numbers that it may be in `details.choices`
 */
export async function findRecord(services: FindingServices, kind: RecordKind, typed: string): Promise<Result<FoundRecord>> {
  const text = typed.trim()
  const exact = await byStoredKey(services, kind, [text, ...readKey(services, kind, text)])
  if (exact) return succeed(exact)
  const named = kind === 'unit' ? new KnownUnits(await services.store.records.all('unit')).resolve(text) : null
  if (named) return succeed({ id: named.id, key: named.uscc })
  return oneOf(text, alike(text, await recordsHolding(services, kind, text)))
}

/** The one of several that the text means: see {@link findRecord}. */
export function oneOf<T extends { key: string }>(text: string, candidates: readonly T[]): Result<T> {
  const [first, second] = candidates
  if (first === undefined) return fail('unknown_record', undefined, { value: text })
  if (second === undefined) return succeed(first)
  return fail('ambiguous_record', undefined, { value: text, choices: candidates.slice(0, shownCandidates).map(({ key }) => key) })
}

/** Those with the very letters and digits of the text; else, for digits alone, those with these digits. */
export function alike<T extends { key: string }>(text: string, candidates: readonly T[]): T[] {
  const wanted = squeezed(text)
  if (wanted === '') return []
  const same = candidates.filter(({ key }) => squeezed(key) === wanted)
  if (same.length > 0 || !/^\d+$/u.test(wanted)) return same
  return candidates.filter(({ key }) => squeezed(key).replaceAll(/\D/gu, '') === wanted)
}

/** What the kind's own parser makes of a number; nothing where it is none. */
export function readKey({ reading }: Pick<RecordServices, 'reading'>, kind: RecordKind, text: string): string[] {
  const { key } = kindDefinitions[kind]
  const read = key === 'key' ? null : readTyped(kind, key, text, reading)
  return read?.ok && typeof read.value === 'string' ? [read.value] : []
}

async function byStoredKey({ store }: FindingServices, kind: RecordKind, keys: readonly string[]): Promise<FoundRecord | null> {
  const known = await store.records.byKeys(kind, [...new Set(keys)])
  for (const key of keys) {
    const record = known.get(key)
    if (record) return { id: record.id, key }
  }
  return null
}

/** More numbers than this hold what was typed only when it is a fragment, and then no one of them is meant. */
const mostHolding = 10_000

async function recordsHolding({ store, lists }: FindingServices, kind: RecordKind, text: string): Promise<FoundRecord[]> {
  const words = queryWords(squeezed(text))
  if (words.length === 0) return []
  const ids = await lists.search(kind, words).first(mostHolding)
  const keys = await store.records.keysOf(kind, Array.from(ids))
  return [...keys].map(([id, key]) => ({ id, key }))
}

function squeezed(text: string): string {
  return squeezeNumber(foldForSearch(text))
}
