import type { ComparedField, ComparedRecord, ComparedRecords } from '../../../shared/bridge/twins'
import { keyOf } from '../../../shared/domain/catalogue/fields'
import { recordKindOfList, type ListKind } from '../../../shared/domain/catalogue/listFields'
import { formOf, type FormField } from '../../../shared/domain/catalogue/recordForms'
import { comparedAtMost, type TwinProblem } from '../../../shared/domain/catalogue/problems'
import { succeed, type Result } from '../../../shared/domain/result'
import type { WorkWatch } from '../inTurns'
import type { RegisterSession } from '../opened/session'
import { unknownRecord } from '../records/recordServices'
import { readStates, type RecordState } from '../records/recordState'
import { titleOf } from '../records/shown/recordTitle'
import { typedText } from '../records/edit/typedText'
import { twinList } from './twinList'

/**
 * Records laid side by side: what each says field by field, as an editor takes it, and the rows it comes from. Fields
 * that none of them has are left out.
 *
 * @returns unknown_record when one of them is gone
 */
export async function compareRecords(session: RegisterSession, list: ListKind, ids: readonly number[]): Promise<Result<ComparedRecords>> {
  const kind = recordKindOfList[list]
  const states = await readStates(session.store, kind, ids)
  const compared: RecordState[] = []
  for (const id of ids) {
    const state = states.get(id)
    if (!state) return unknownRecord(id)
    compared.push(state)
  }
  const fields = formOf(kind).flatMap((group) => group.fields).map((field) => comparedField(session, field, compared))
  return succeed({ kind: list, fields: fields.filter(({ texts }) => texts.some((text) => text !== '')), records: await Promise.all(compared.map((state) => comparedRecord(session, state))) })
}

function comparedField({ places }: RegisterSession, { name, label, isFixed }: FormField, states: readonly RecordState[]): ComparedField {
  const texts = states.map(({ record }) => typedText(record.kind, name, record.values, places.words))
  return { name, label, isFixed, texts, differs: new Set(texts).size > 1 }
}

async function comparedRecord({ store, notes }: RegisterSession, { record, support }: RecordState): Promise<ComparedRecord> {
  const { kind, id, values } = record
  const sources = await Promise.all(support.map(async ({ row, source }) => ({
    batch: source.batch, file: (await store.batches.get(source.batch))?.fileName ?? '', sheet: source.sheet, row: row.row,
  })))
  return {
    id, key: keyOf(record), title: titleOf(kind, values), sources,
    attachments: (await store.attachments.ofRecord(kind, id)).length,
    note: (await notes.ofRecord(kind, id))?.text ?? null,
  }
}

export interface ComparedGroups {
  problem: TwinProblem
  /** Groups there are. */
  total: number
  /** `count` records each, of which the first are compared. */
  groups: (ComparedRecords & { count: number })[]
}

/** The groups [from, to) of records that may be one, each laid side by side. @throws Refusal job_cancelled */
export async function compareGroups(session: RegisterSession, problem: TwinProblem, from: number, to: number, watch: WorkWatch = {}): Promise<Result<ComparedGroups>> {
  const { kind, total, groups } = await twinList(session, problem, from, to, watch)
  const compared: ComparedGroups['groups'] = []
  for (const { ids, count } of groups) {
    const group = await compareRecords(session, kind, ids.slice(0, comparedAtMost))
    if (!group.ok) return group
    compared.push({ ...group.value, count })
  }
  return succeed({ problem, total, groups: compared })
}
