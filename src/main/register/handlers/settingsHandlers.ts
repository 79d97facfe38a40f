import { existsSync } from 'node:fs'
import type { HandlersOf } from '../../../shared/bridge/contract'
import type { settingsOperations, SettingsChange } from '../../../shared/bridge/operations/settingsOperations'
import { fail, succeed } from '../../../shared/domain/result'
import type { Backups } from '../backup/backups'
import { lookAtBackup } from '../backup/lookAtBackup'
import { cityChoices } from '../city/proposedData'
import { proposePlaces, readSettings, settingsToStore } from '../city/registerSettings'
import type { HandlerContext } from './handlerContext'

export function createSettingsHandlers({ register, emit }: HandlerContext, backups: Backups): HandlersOf<keyof typeof settingsOperations> {
  async function write(change: SettingsChange) {
    const written = await register.note({ settings: settingsToStore(change) })
    if (!written.ok) return written
    const isOtherPlace = change.cityCode !== undefined || change.places !== undefined || change.population !== undefined
    // Every name and place is read anew: lists, counting and imports follow from the next question on.
    if (isOtherPlace) return register.reload()
    const status = await register.status()
    emit?.('register.changed', { sequence: status.sequence })
    return succeed(status)
  }
  return {
    'settings.cities': async () => succeed({ cities: cityChoices() }),
    'settings.proposal': async ({ cityCode }) => succeed(proposePlaces(cityCode)),
    'settings.get': async () => {
      const session = register.session()
      return session.ok ? succeed(await readSettings(session.value)) : session
    },
    'settings.save': async (change) => {
      const saved = await write(change)
      if (!saved.ok) return saved
      const session = register.session()
      return session.ok ? succeed(await readSettings(session.value)) : session
    },
    'settings.createRegister': async ({ file, ...change }) => {
      if (existsSync(file)) return fail('register_exists', undefined, { path: file })
      const opened = await register.open(file, true)
      return opened.ok ? write(change) : opened
    },
    'backup.status': backups.status,
    'backup.run': backups.run,
    'backup.look': async ({ file }) => lookAtBackup(file),
    'backup.restore': async ({ backup, file }) => {
      const restored = await backups.restore(backup, file)
      return restored.ok ? register.open(file, false) : restored
    },
  }
}
