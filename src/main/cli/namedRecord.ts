import { listDefinitions, listKinds, type ListKind } from '../../shared/domain/catalogue/listFields'
import type { RecordKind } from '../../shared/domain/catalogue/fields'
import { succeed, type Result } from '../../shared/domain/result'
import { findDeleted } from '../register/records/shown/findDeleted'
import { readingIn } from '../register/records/fieldReaders'
import { findRecord, type FindingServices, type FoundRecord } from '../register/records/findRecord'
import type { RegisterSession } from '../register/opened/session'
import type { WritingServices } from './withRecords'
import type { ArgumentSpec, Call } from './command'
import { kindOf } from './listOptions'

/** `<kind> <key>`: how commands name a record. */
export const recordArguments = [{ name: 'kind', choices: listKinds }, { name: 'key' }] as const satisfies readonly ArgumentSpec[]

export type NamedRecord = FoundRecord & { record: RecordKind; list: ListKind }

/** What finding needs, of a register that is only read. */
export function findingIn(session: RegisterSession, today: string): FindingServices {
  return { store: session.store, lists: session.hits, reading: readingIn(session.places, today) }
}

/** The record that the call names; see `findRecord` for its refusals. */
export async function namedRecord(services: FindingServices, call: Pick<Call, 'arguments'>): Promise<Result<NamedRecord>> {
  const { list, record, key } = named(call)
  const found = await findRecord(services, record, key)
  return found.ok ? succeed({ ...found.value, record, list }) : found
}

/** The record that the call names among the living, else among the deleted. */
export async function namedOrDeleted(services: FindingServices & Pick<WritingServices, 'history'>, call: Pick<Call, 'arguments'>): Promise<Result<NamedRecord & { isDeleted: boolean }>> {
  const { list, record, key } = named(call)
  const living = await findRecord(services, record, key)
  if (living.ok) return succeed({ ...living.value, record, list, isDeleted: false })
  if (living.code !== 'unknown_record') return living
  const deleted = await findDeleted(services, record, key)
  return deleted.ok ? succeed({ ...deleted.value, record, list, isDeleted: true }) : deleted
}

function named(call: Pick<Call, 'arguments'>): { list: ListKind; record: RecordKind; key: string } {
  const list = kindOf(call)
  return { list, record: listDefinitions[list].record, key: call.arguments[1] ?? '' }
}

/** A stored field by the name that lists give it, where they show it. */
export function shownFieldName(list: ListKind, stored: string): string {
  return listDefinitions[list].fields.find((field) => field.stored === stored)?.name ?? stored
}
