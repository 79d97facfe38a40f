import type { HandlersOf } from '../../../shared/bridge/contract'
import type { twinOperations } from '../../../shared/bridge/operations/twinOperations'
import { recordKindOfList } from '../../../shared/domain/catalogue/listFields'
import { succeed } from '../../../shared/domain/result'
import { apartRecords, takeBackApart, tellRecordsApart } from '../doctor/apartRecords'
import { compareRecords } from '../doctor/compareRecords'
import type { RunLook } from '../doctor/lookJobs'
import { twinList } from '../doctor/twinList'
import type { PersonsWork } from './personsWork'
import { shownChange } from './shownChange'

export function createTwinHandlers({ read, change }: PersonsWork, look: RunLook): HandlersOf<keyof typeof twinOperations> {
  return {
    'twins.groups': ({ problem, limit }) => read((services, session) => look(async (watch) => {
      const found = await twinList(session, problem, 0, limit, watch)
      const { total: apart } = await apartRecords(services, recordKindOfList[found.kind], 0)
      return succeed({ ...found, apart })
    })),
    'twins.compare': ({ kind, ids }) => read((_services, session) => compareRecords(session, kind, ids)),
    'twins.apart': async ({ kind, ids }) => shownChange(await change((services) => tellRecordsApart(services, recordKindOfList[kind], ids))),
    'twins.told': ({ kind, limit }) => read(async (services) => succeed(await apartRecords(services, recordKindOfList[kind], limit))),
    'twins.together': async ({ kind, numbers }) => shownChange(await change((services) => takeBackApart(services, recordKindOfList[kind], numbers))),
  }
}
