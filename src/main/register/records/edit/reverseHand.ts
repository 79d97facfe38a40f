import type { RecordKind, Values } from '../../../../shared/domain/catalogue/fields'
import type { Hand } from '../../../../shared/domain/merging/hand'
import type { RecordNote } from '../../../store/changeSet'
import type { HistoryEntry } from '../../../store/historyStore'
import { replacedHand } from '../keptHand'
import { sameField } from '../recordState'
import type { RecordServices } from '../recordServices'

/** A person's word on a record and its note. */
export interface PersonsWord { hand: Hand | null; note: RecordNote | null }

/** What a change left behind: what the next change of the same part found, or what is there now. */
export async function supportAfter({ history }: RecordServices, kind: RecordKind, id: number, sequence: number, now: PersonsWord): Promise<PersonsWord> {
  return wordAfter(await history.ofRecord(kind, id), sequence, now)
}

/** The same of a history that was read. */
export function wordAfter(entries: readonly HistoryEntry[], sequence: number, now: PersonsWord): PersonsWord {
  const later = entries.filter((entry) => entry.sequence > sequence)
  const hand = later.map(({ support }) => support && replacedHand(support)).find((replaced) => replaced !== undefined)
  const note = later.find(({ support }) => support?.note !== undefined)?.support?.note
  return { hand: hand === undefined ? now.hand : hand, note: note === undefined ? now.note : note }
}

/** Names of the fields that a change set in a person's word, or took out of it. */
export function changedByHand(before: Hand | null, after: Hand | null): string[] {
  return [...new Set([...Object.keys(before?.values ?? {}), ...Object.keys(after?.values ?? {})])].filter((name) => !isSameWord(before, after, name))
}

/** Some fields as they were before, the others as they are. */
export function withReversed(before: Hand | null, now: Hand | null, names: readonly string[]): Hand | null {
  const values: Values = { ...now?.values }
  const since: Record<string, number> = { ...now?.since }
  for (const name of names) {
    delete values[name]
    delete since[name]
    if (before !== null && name in before.values) values[name] = before.values[name]
    if (before?.since[name] !== undefined) since[name] = before.since[name]
  }
  return Object.keys(values).length === 0 ? null : { values, since }
}

/** A field that was set to what it was has been decided again; where that is not known, its value tells. */
export function isSameWord(a: Hand | null, b: Hand | null, name: string): boolean {
  const [valuesA, valuesB] = [a?.values ?? {}, b?.values ?? {}]
  const [sinceA, sinceB] = [a?.since[name], b?.since[name]]
  return name in valuesA === name in valuesB && sameField(valuesA[name], valuesB[name]) && (sinceA === undefined || sinceB === undefined || sinceA === sinceB)
}
