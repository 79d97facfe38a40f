import { existsSync } from 'node:fs'
import type { HandlersOf } from '../../../shared/bridge/contract'
import type { settingsOperations } from '../../../shared/bridge/operations/settingsOperations'
import { fail, succeed } from '../../../shared/domain/result'
import type { Backups } from '../backup/backups'
import { parsePolicy, sourcePolicyKey } from '../../../shared/domain/merging/sourcePolicy'
import { refoldUnder, type PolicyChanges } from '../evidence/changePolicy'
import { cityChoices } from '../city/proposedData'
import { placeKeys } from '../city/registerPlaces'
import { proposePlaces, readSettings, settingKeys, settingsToStore } from '../city/registerSettings'
import { settingsBefore, settingsHistory } from '../city/settingsHistory'
import { runJob } from '../runJob'
import type { HandlerContext } from './handlerContext'
import { inSession } from './inSession'

const placeKeyNames = new Set<string>(Object.values(placeKeys))

export function createSettingsHandlers({ register, emit = () => undefined }: HandlerContext, backups: Backups): HandlersOf<keyof typeof settingsOperations> {
  async function write(settings: Readonly<Record<string, string>>) {
    const session = register.session()
    if (!session.ok) return session
    const { info } = session.value.store
    const before = Object.fromEntries(await Promise.all(Object.keys(settings).map(async (key) => [key, await info.get(key)] as const)))
    const changed = Object.entries(settings).filter(([key, value]) => (before[key] ?? '') !== value)
    if (changed.length === 0) return succeed(await register.status())
    const operator = (await info.get(settingKeys.operator)) || (settings[settingKeys.operator] ?? '')
    const written = await register.apply({ kind: 'settings', at: Date.now(), operator, settings: Object.fromEntries(changed), inserts: [], deletes: [], ...await refolded(Object.fromEntries(changed)) })
    if (!written.ok) return written
    // Every name and place is read anew: lists, counting and imports follow from the next question on.
    return changed.some(([key]) => placeKeyNames.has(key)) ? register.reload() : succeed(await register.status())
  }
  /** Another policy makes other records of the same sources, in the change set that writes it. */
  async function refolded(settings: Readonly<Record<string, string>>): Promise<PolicyChanges> {
    const policy = settings[sourcePolicyKey]
    const session = register.session()
    if (policy === undefined || !session.ok) return { updates: [], evidence: [] }
    const { store, batchRows } = session.value
    return runJob(emit, { name: 'job.policy', cancel: null }, ({ onProgress }) => refoldUnder(parsePolicy(policy), store, batchRows, onProgress))
  }
  async function settingsNow() {
    const session = register.session()
    return session.ok ? succeed(await readSettings(session.value)) : session
  }
  return {
    'settings.cities': async () => succeed({ cities: cityChoices() }),
    'settings.proposal': async ({ cityCode }) => succeed(proposePlaces(cityCode)),
    'settings.get': settingsNow,
    'settings.save': async (change) => {
      const saved = await write(settingsToStore(change))
      return saved.ok ? settingsNow() : saved
    },
    'settings.history': ({ limit }) => inSession(register, async (session) => succeed(await settingsHistory(session, limit))),
    'settings.takeBack': async ({ sequence }) => {
      const session = register.session()
      const before = session.ok ? await settingsBefore(session.value, sequence) : session
      if (!before.ok) return before
      const saved = await write(before.value)
      return saved.ok ? settingsNow() : saved
    },
    'settings.createRegister': async ({ file, ...change }) => {
      if (existsSync(file)) return fail('register_exists', undefined, { path: file })
      const opened = await register.open(file, true)
      return opened.ok ? write(settingsToStore(change)) : opened
    },
    'backup.status': backups.status,
    'backup.run': backups.run,
    'backup.beforeUpdate': backups.beforeUpdate,
    'backup.look': ({ file }) => backups.look(file),
    'backup.list': backups.list,
    'backup.compare': ({ file }) => backups.compare(file),
    'backup.replace': async ({ file }) => {
      const replaced = await backups.replace(file)
      return replaced.ok ? succeed({ keptAs: replaced.value.keptAs ?? null }) : replaced
    },
    'backup.salvage': async ({ file, damaged }) => {
      const saved = await backups.salvage(file, damaged)
      return saved.ok ? succeed(saved.value.salvaged ?? { records: 0, lost: 0, list: null }) : saved
    },
    'backup.restore': async ({ backup, file }) => {
      const restored = await backups.restore(backup, file)
      return restored.ok ? register.open(file, false) : restored
    },
  }
}
