import type { SettingsHistory } from '../../../shared/bridge/operations/settingsOperations'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { choiceOf, parsePolicy, policyKinds, sourcePolicyKey } from '../../../shared/domain/merging/sourcePolicy'
import { t } from '../../../shared/text/t'
import type { SettingChange, SettingsChangeSet } from '../../store/historyStore'
import { backupFolderKey, secondFolderKey } from '../backup/backupSettings'
import { isLayoutSetting, layoutsKey, parseLayout } from '../import/layouts/layout'
import type { RegisterSession } from '../opened/session'
import { backupKeysSetting, parseBackupKeys } from '../../store/sealing/backupKeyring'
import { passwordSetAt } from '../backup/encryption/backupKeys'
import { localDate } from '../localDate'
import { parseEdits } from './editedPlaces'
import { parseTiles } from './editedTiles'
import { placeKeys, placesOf, populationKindOf } from './registerPlaces'
import { settingKeys } from './registerSettings'

/** What a register must have once it has it: taking these back to “never set” would leave it without. */
const lasting: readonly string[] = [placeKeys.cityCode, settingKeys.cityName]

/** The last changes of the settings, newest first, in the clerk's words. */
export async function settingsHistory({ history }: RegisterSession, limit: number): Promise<SettingsHistory> {
  const changes = await history.settingsChanges(limit)
  return { entries: changes.map((changed) => ({ sequence: changed.sequence, at: changed.at, operator: changed.operator, changes: describe(changed.changes), canTakeBack: canTakeBack(changed, changes) })) }
}

/**
 * The settings that take a change back: the values before it, as long as nobody has changed them again since.
 *
 * @returns nothing_to_undo
 */
export async function settingsBefore({ history }: RegisterSession, sequence: number): Promise<Result<Record<string, string>>> {
  const all = await history.settingsChanges()
  const changed = all.find((entry) => entry.sequence === sequence)
  if (!changed || !canTakeBack(changed, all)) return fail('nothing_to_undo')
  return succeed(Object.fromEntries(changed.changes.map(({ key, before }) => [key, before ?? ''])))
}

function canTakeBack({ sequence, changes }: SettingsChangeSet, all: readonly SettingsChangeSet[]): boolean {
  const changedLater = new Set(all.filter((other) => other.sequence > sequence).flatMap((other) => other.changes.map(({ key }) => key)))
  return changes.length > 0 && changes.every(({ key, before }) => !changedLater.has(key) && !(before === null && lasting.includes(key)))
}

/** A city is told by its name; its code and the list of districts that goes with it say the same again. */
function describe(changes: readonly SettingChange[]): SettingsHistory['entries'][number]['changes'] {
  const isOtherCity = changes.some(({ key }) => key === settingKeys.cityName)
  const cityCode = changes.find(({ key }) => key === placeKeys.cityCode)?.after ?? null
  return changes.flatMap(({ key, before, after }) => {
    if (key === placeKeys.cityCode && isOtherCity) return []
    if ((key === placeKeys.places || key === placeKeys.tiles) && isOtherCity && after === '') return []
    if (key === layoutsKey) return []
    const print = printers[key] ?? (isLayoutSetting(key) ? (json: string) => parseLayout(json)?.fileName ?? '' : null) ?? ((value: string) => value)
    return [{ what: nameOf(key), before: before === null || before === '' ? null : print(before, cityCode), after: after === '' ? null : print(after, cityCode) }]
  })
}

const printers: Readonly<Record<string, (value: string, cityCode: string | null) => string>> = {
  [placeKeys.cityCode]: (code) => placesOf(code, null).city.name,
  [placeKeys.places](json) {
    const edits = parseEdits(json)
    return edits === null ? '' : t('settings.history.places', { districts: edits.districts.length, zones: edits.zones.length })
  },
  [placeKeys.tiles]: (json) => t('settings.history.tiles', { count: parseTiles(json)?.length ?? 0 }),
  [sourcePolicyKey]: (json) => policyWords(json),
  // Never the keys themselves.
  [backupKeysSetting](json) {
    const setAt = passwordSetAt(parseBackupKeys(json))
    return setAt === null ? '' : t('encryption.setOn', { on: localDate(setAt) })
  },
  [placeKeys.populationKind]: (kind) => t(`settings.population.${populationKindOf(kind) ?? 'newest'}`),
}

/** Only the kinds for which it is not the policy that a register begins with. */
function policyWords(json: string): string {
  const policy = parsePolicy(json)
  return policyKinds.flatMap((kind) => (policy[kind] === undefined ? [] : [`${t(`settings.policy.kind.${kind}`)} ${t(`settings.policy.${choiceOf(policy, kind)}`)}`])).join('，')
}

function nameOf(key: string): string {
  if (isLayoutSetting(key)) return t('settings.history.layout')
  switch (key) {
    case placeKeys.cityCode:
    case settingKeys.cityName: return t('settings.city')
    case settingKeys.office: return t('settings.officeName')
    case settingKeys.operator: return t('settings.operator')
    case placeKeys.places: return t('settings.districts')
    case placeKeys.tiles: return t('settings.tiles')
    case placeKeys.populationKind: return t('settings.population')
    case backupFolderKey: return t('settings.backupFolder')
    case secondFolderKey: return t('settings.secondBackupFolder')
    case backupKeysSetting: return t('encryption.label')
    case sourcePolicyKey: return t('settings.policy')
    default: return key
  }
}
