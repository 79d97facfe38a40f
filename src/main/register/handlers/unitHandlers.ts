import type { HandlersOf } from '../../../shared/bridge/contract'
import type { unitOperations } from '../../../shared/bridge/operations/unitOperations'
import type { UnitChange, UnitWords } from '../../../shared/bridge/units'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import type { RecordServices } from '../records/recordServices'
import { fillList } from '../fillList/fillList'
import { dueItems, reviewYearsKey } from '../reminders/dueItems'
import { writeDueItems } from '../reminders/writeDueItems'
import { apartPairs, takeBackApart } from '../units/apartPairs'
import { mergePreview } from '../units/mergePreview'
import { mergeGroups, mergeUnits } from '../units/mergeUnits'
import { subjectsNamed, type NamedSubjects } from '../units/namedSubjects'
import { splitUnit } from '../units/splitUnit'
import { tellApart } from '../units/tellApart'
import { startSurvey as surveyHere } from '../units/survey/startSurvey'
import { createSurveyJob } from '../units/survey/surveyJob'
import { unitProfile } from '../units/unitProfile'
import { writeProfile } from '../units/writeProfile'
import type { HandlerContext } from './handlerContext'
import type { PersonsWork } from './personsWork'

export function createUnitHandlers({ register, today, openWorkbook, openForm, startSurvey = surveyHere, emit = () => undefined }: HandlerContext, { read, change }: PersonsWork): HandlersOf<keyof typeof unitOperations> {
  /** A change of the units that some codes or names mean. */
  const changeUnits = (refs: readonly string[], make: (services: RecordServices, subjects: NamedSubjects) => Promise<Result<UnitChange>>): Promise<Result<UnitChange>> =>
    change(async (services, session) => make(services, await subjectsNamed(session, refs, today())), wordsOf)

  const job = createSurveyJob(emit, startSurvey)
  register.onClose(() => job.cancel())

  return {
    'units.clusters': (options) => read((_services, session) => job.ask(session, today(), { of: 'groups', options })),
    'units.cancelSearch': async () => {
      job.cancel()
      return succeed({})
    },
    'units.preview': ({ refs }) => read((_services, session) => mergePreview(session, refs, today())),
    'units.merge': (choice) => changeUnits(refsOf(choice), (services, subjects) => mergeUnits(services, subjects, choice)),
    'units.mergeAll': ({ choices }) => changeUnits(choices.flatMap(refsOf), (services, subjects) => mergeGroups(services, subjects, choices)),
    'units.apart': ({ refs }) => changeUnits(refs, (services, subjects) => tellApart(services, subjects, refs)),
    'units.pairs': ({ limit }) => read(async (services) => succeed(await apartPairs(services, limit))),
    'units.together': ({ names }) => change((services) => takeBackApart(services, names), wordsOf),
    'units.split': ({ ref }) => changeUnits([ref], (services, subjects) => splitUnit(services, subjects, ref)),
    'units.names': (request) => read((_services, session) => job.ask(session, today(), { of: 'names', request })),
    'units.profile': ({ ref, limit }) => read((_services, session) => unitProfile(session, ref, today(), limit)),
    'units.fillList': ({ file, out }) => read(async ({ operator }, session) => {
      if (file === out) return fail('file_not_writable', { file }, { what: 'same', path: out })
      return fillList(session, { file, out, open: openWorkbook, openForm, today: today(), creator: operator, at: Date.now() })
    }),
    'due.list': (request) => read(async (_services, session) => succeed(await dueItems(session, request, today()))),
    'due.export': ({ kinds, month, district, file, ...request }) => read(async ({ operator }, session) => {
      const { items } = await dueItems(session, request, today())
      const wanted = items.filter((item) => kinds.includes(item.kind) && (month === null || item.day.startsWith(month)) && (district === null || item.districts.includes(district)))
      return writeDueItems(file, wanted, operator, Date.now())
    }),
    'due.reviewYears': async ({ years }) => {
      const noted = await register.note({ settings: { [reviewYearsKey]: String(years) } })
      return noted.ok ? succeed({ years }) : noted
    },
    'units.exportProfile': ({ ref, file }) => read(async ({ operator }, session) => {
      const profile = await unitProfile(session, ref, today())
      if (!profile.ok) return profile
      return writeProfile(file, profile.value, { creator: operator, at: Date.now(), today: today() })
    }),
  }
}

function refsOf({ keep, others, from }: { keep: string; others: readonly string[]; from: Readonly<Record<string, string>> }): string[] {
  return [keep, ...others, ...Object.values(from)]
}

function wordsOf({ what, unit, names, groups }: UnitChange): UnitWords {
  return { what, unit, names, ...(groups === undefined ? {} : { groups }) }
}
