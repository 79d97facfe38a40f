import type { HandlersOf } from '../../../shared/bridge/contract'
import type { unitOperations } from '../../../shared/bridge/operations/unitOperations'
import type { UnitChange } from '../../../shared/bridge/units'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { readingIn } from '../records/fieldReaders'
import type { RecordServices } from '../records/recordServices'
import { undoChange } from '../records/undoChange'
import type { RegisterSession } from '../opened/session'
import { fillList } from '../fillList/fillList'
import { dueItems, reviewYearsKey } from '../reminders/dueItems'
import { writeDueItems } from '../reminders/writeDueItems'
import { mergePreview } from '../units/mergePreview'
import { mergeUnits } from '../units/mergeUnits'
import { splitUnit } from '../units/splitUnit'
import { tellApart } from '../units/tellApart'
import { unitClusters, unresolvedNames } from '../units/unitClusters'
import { unitProfile } from '../units/unitProfile'
import { loadSubjects } from '../units/unitSubjects'
import { writeProfile } from '../units/writeProfile'
import { readWorkbook } from '../../workbook/readWorkbook'
import type { HandlerContext } from './handlerContext'

export function createUnitHandlers({ register, today, openWorkbook }: HandlerContext): HandlersOf<keyof typeof unitOperations> {
  async function read<T>(work: (session: RegisterSession) => Promise<Result<T>>): Promise<Result<T>> {
    const opened = register.session()
    return opened.ok ? work(opened.value) : opened
  }

  const write = <T>(work: (services: RecordServices, session: RegisterSession) => Promise<Result<T>>): Promise<Result<T>> => read(async (session) => {
    const { store, history, notes, places } = session
    const operator = (await store.info.get('operator')) ?? ''
    return work({ store, history, notes, operator, now: Date.now, reading: readingIn(places, today()), apply: (changes) => register.apply(changes) }, session)
  })

  return {
    'units.clusters': (options) => read(async (session) => succeed(await unitClusters(session, today(), options))),
    'units.preview': ({ refs }) => read((session) => mergePreview(session, refs, today())),
    'units.merge': (choice) => write(async (services, session) => mergeUnits(services, await loadSubjects(session, today()), choice)),
    'units.mergeAll': ({ choices }) => write(async (services, session) => {
      const changes: UnitChange[] = []
      for (const choice of choices) {
        const done = await mergeUnits(services, await loadSubjects(session, today()), choice)
        if (!done.ok) return done
        changes.push(done.value)
      }
      return succeed({ changes })
    }),
    'units.apart': ({ refs }) => write(async (services, session) => tellApart(services, await loadSubjects(session, today()), refs)),
    'units.split': ({ ref }) => write(async (services, session) => splitUnit(services, await loadSubjects(session, today()), ref)),
    'units.undo': ({ sequence }) => write(async (services) => {
      const undone = await undoChange(services, sequence)
      return undone.ok ? succeed({ sequence: undone.value.sequence }) : undone
    }),
    'units.names': ({ limit }) => read(async (session) => succeed(await unresolvedNames(session, today(), limit))),
    'units.profile': ({ ref, limit }) => read((session) => unitProfile(session, ref, today(), limit)),
    'units.fillList': ({ file, out }) => read(async (session) => {
      if (file === out) return fail('file_not_writable', { file }, { path: out })
      const creator = (await session.store.info.get('operator')) ?? ''
      return fillList(session, { file, out, open: openWorkbook ?? readWorkbook, today: today(), creator, at: Date.now() })
    }),
    'due.list': ({ days }) => read(async (session) => succeed(await dueItems(session, days, today()))),
    'due.export': ({ days, kinds, month, district, file }) => read(async (session) => {
      const { items } = await dueItems(session, days, today())
      const wanted = items.filter((item) => kinds.includes(item.kind) && (month === null || item.day.startsWith(month)) && (district === null || item.districts.includes(district)))
      return writeDueItems(file, wanted, (await session.store.info.get('operator')) ?? '', Date.now())
    }),
    'due.reviewYears': async ({ years }) => {
      const noted = await register.note({ settings: { [reviewYearsKey]: String(years) } })
      return noted.ok ? succeed({ years }) : noted
    },
    'units.exportProfile': ({ ref, file }) => read(async (session) => {
      const profile = await unitProfile(session, ref, today())
      if (!profile.ok) return profile
      return writeProfile(file, profile.value, { creator: (await session.store.info.get('operator')) ?? '', at: Date.now(), today: today() })
    }),
  }
}
