import { kindDefinitions } from '../../../src/shared/domain/catalogue/fields'
import type { FoundList } from '../../../src/main/register/lists/listService'
import { openSession, type RegisterSession } from '../../../src/main/register/opened/session'
import { benchDay } from '../benchDay'

export interface ExportParameters { register: string; file: string; rows: number }

/** 20 of a patent's stored fields: all but those that hardly any record has. */
const leftOut = new Set(['tenYears', 'criteriaStated', 'listedHighValue'])
export const fields = kindDefinitions.patent.fields.filter(({ name }) => !leftOut.has(name)).slice(0, 20)

export async function withPatents<T>(register: string, work: (session: RegisterSession, list: FoundList) => Promise<T>): Promise<T> {
  const session = openSession(register)
  if (!session.ok) throw new Error(session.code)
  try {
    const list = await session.value.lists.find({ kind: 'patents', search: '', filters: [], sort: [] }, benchDay)
    if (!list.ok) throw new Error(list.code)
    return await work(session.value, list.value)
  } finally {
    await session.value.close()
  }
}
