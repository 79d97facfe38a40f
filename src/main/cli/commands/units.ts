import type { ApartPair, MergeChoice, UnitChange, UnitClusters, UnitProfile, UnresolvedName } from '../../../shared/bridge/units'
import { formField, formOf } from '../../../shared/domain/catalogue/recordForms'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { argumentHelp } from '../../../shared/text/helpTexts'
import { t } from '../../../shared/text/t'
import { apartPairs, takeBackApart } from '../../register/units/apartPairs'
import { findMembers } from '../../register/units/findMember'
import { mergeUnits } from '../../register/units/mergeUnits'
import { splitUnit } from '../../register/units/splitUnit'
import { tellApart } from '../../register/units/tellApart'
import { unitClusters } from '../../register/units/unitClusters'
import { unresolvedNames } from '../../register/units/unresolvedNames'
import { unitProfile } from '../../register/units/unitProfile'
import { loadSubjects } from '../../register/units/unitSubjects'
import { writeProfile } from '../../register/units/writeProfile'
import { badValue } from '../arguments'
import { defineCommand, type Call } from '../command'
import { printChange, printClusters, printNames, printPairs, printProfile } from '../print/printUnits'
import { withRecords, type WritingServices } from '../withRecords'
import { withSession } from '../withSession'
import type { RegisterSession } from '../../register/opened/session'

const actions = ['cluster', 'names', 'merge', 'split', 'apart', 'pairs', 'together', 'profile'] as const
type Action = (typeof actions)[number]

const options = { doubtful: { type: 'flag' }, limit: { type: 'whole', min: 1 }, take: { type: 'list' }, out: { type: 'text' } } as const
type UnitsCall = Call<typeof options>

/** Each action has an answer of its own shape; cli.md gives them flat. */
export type UnitsAnswer = UnitClusters | { total: number; names: UnresolvedName[] } | { total: number; pairs: ApartPair[] } | UnitChange | UnitProfile

const groupsAtMost = 1_000

export const command = defineCommand({
  name: 'units',
  arguments: [{ name: 'action', choices: actions }, { name: 'unit', isOptional: true, isRepeated: true }],
  options,
  run: answerOf,
  print(answer) {
    if ('clusters' in answer) return printClusters(answer)
    if ('pairs' in answer) return printPairs(answer)
    if ('sections' in answer) return printProfile(answer)
    return 'what' in answer ? printChange(answer) : printNames(answer)
  },
})

function actionOf(call: Pick<Call, 'arguments'>): Action {
  return actions.find((action) => action === call.arguments[0]) ?? 'cluster'
}

async function answerOf(call: UnitsCall): Promise<Result<UnitsAnswer>> {
  const action = actionOf(call)
  const refs = call.arguments.slice(1)
  const needed = { cluster: 0, names: 0, merge: 2, split: 1, apart: 2, pairs: 0, together: 2, profile: 1 }[action]
  if (refs.length < needed) return fail('usage_missing_argument', undefined, { value: argumentHelp.unit.zh })
  const { doubtful: withDoubtful, limit = groupsAtMost, out } = call.options
  const { today } = call.global
  switch (action) {
    case 'cluster': return withSession(call, (session) => unitClusters(session, today, { withDoubtful, limit }))
    case 'names': return withSession(call, async (session) => succeed(await unresolvedNames(session, today, limit)))
    case 'pairs': return withSession(call, async (session) => succeed(await apartPairs(session, limit)))
    case 'together': return withRecords(call, (services, session) => takeBack(services, session, call, refs))
    case 'profile': return withSession(call, (session) => profile(session, call, refs[0] ?? '', out))
    case 'merge': case 'split': case 'apart': return change(call, action, refs)
  }
}

async function profile(session: RegisterSession, call: UnitsCall, ref: string, out: string | undefined): Promise<Result<UnitProfile>> {
  const found = await unitProfile(session, ref, call.global.today)
  if (!found.ok) return found
  if (out !== undefined) {
    const written = await writeProfile(out, found.value, { creator: call.global.operator ?? '', at: call.global.now(), today: call.global.today })
    if (!written.ok) return written
  }
  return found
}

function change(call: UnitsCall, action: 'merge' | 'split' | 'apart', refs: readonly string[]): Promise<Result<UnitChange>> {
  return withRecords(call, (services, session) => changeUnits(services, session, call, action, refs))
}

async function changeUnits(services: WritingServices, session: RegisterSession, call: UnitsCall, action: 'merge' | 'split' | 'apart', refs: readonly string[]): Promise<Result<UnitChange>> {
  const subjects = await loadSubjects(session, call.global.today)
  const [first = '', ...others] = refs
  if (action === 'split') return splitUnit(services, subjects, first)
  if (action === 'apart') return tellApart(services, subjects, refs)
  const from = readTaken(call.options.take)
  return from.ok ? mergeUnits(services, subjects, { keep: first, others, from: from.value }) : from
}

/** What was said of the names that the two carry now. */
async function takeBack(services: WritingServices, session: RegisterSession, call: UnitsCall, refs: readonly string[]): Promise<Result<UnitChange>> {
  const members = findMembers(await loadSubjects(session, call.global.today), refs.slice(0, 2))
  return takeBackApart(services, members.ok ? members.value.map(({ name }) => name) : refs.slice(0, 2))
}

/** field=unit, the field by its name or its heading. */
function readTaken(words: readonly string[]): Result<MergeChoice['from']> {
  const from: MergeChoice['from'] = {}
  const fields = formOf('unit').flatMap((group) => group.fields).filter(({ isFixed }) => !isFixed)
  for (const word of words) {
    const at = word.search(/[=＝]/u)
    const written = at < 1 ? '' : word.slice(0, at).trim()
    const name = formField('unit', written)?.name ?? fields.find(({ label }) => label === written)?.name
    if (name === undefined) return badValue('--take', word, t('cli.expected.assignment', { fields: fields.map((field) => field.name).join('、') }))
    from[name] = word.slice(at + 1).trim()
  }
  return succeed(from)
}
