import type { Result } from '../../shared/domain/result'
import { readPlaces } from '../register/city/registerPlaces'
import { createColumnsOwner } from '../register/columns/columnsOwner'
import type { FreezeSetting } from '../register/freezing/freezePeriod'
import { statedOffice } from '../register/opened/officeOf'
import { operatorOf } from '../register/opened/operatorOf'
import { openWriting } from '../register/writer/writingRegister'
import type { Call } from './command'

/** Opens the call's register for writing with what forms need, and closes it whatever happens. */
export async function withWriting<T>(call: Call, write: (setting: FreezeSetting) => Promise<Result<T>>): Promise<Result<T>> {
  const opened = openWriting(call.global.register)
  if (!opened.ok) return opened
  const { store, close } = opened.value
  try {
    const { city, resolver } = await readPlaces(store.info)
    return await write({
      store, columns: await createColumnsOwner(store.columns, city).current(), records: store.records, districts: resolver,
      office: await statedOffice(store.info), operator: call.global.operator ?? await operatorOf(store.info),
      now: call.global.now(), today: call.global.today,
    })
  } finally {
    await close()
  }
}
