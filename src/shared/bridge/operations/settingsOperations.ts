import { z } from 'zod'
import { filePath } from '../filePath'
import { policyChoices, policyKinds } from '../../domain/merging/sourcePolicy'
import { mostTileLines } from '../../domain/tileMap/placeTiles'
import { nothing, operation } from '../operation'
import { registerStatus } from './registerOperations'
import { errorCode } from '../failures'

const name = z.string().trim().min(1).max(60)
const cityCode = z.string().regex(/^\d{4}00$/)

/** A district of the city with the other names that files use for it. */
export const districtSetting = z.object({ code: z.string().regex(/^\d{6}$/), name, aliases: z.array(name).max(40) })
export type DistrictSetting = z.output<typeof districtSetting>

/** A functional zone (功能区) inside a district; `ownRow`: it has its own row when zones stand apart. */
export const zoneSetting = z.object({ name, host: z.string().regex(/^\d{6}$/), ownRow: z.boolean(), aliases: z.array(name).max(40) })
export type ZoneSetting = z.output<typeof zoneSetting>

const tileLine = z.int().min(0).max(mostTileLines - 1)
/** The square of a district on the schematic map, rows from the north and columns from the west. */
export const tileSetting = z.object({ code: z.string().regex(/^\d{6}$/), row: tileLine, column: tileLine })

/** What a city is divided into; the order printed is that of the codes. */
export const placeSettings = z.object({
  cityCode,
  cityName: z.string(),
  districts: z.array(districtSetting).min(1).max(60),
  zones: z.array(zoneSetting).max(60),
})
export type PlaceSettings = z.output<typeof placeSettings>

/** Which population divides where nobody asks for one: of a census, of a year's end, or the newest of both. */
export const populationChoices = ['census', 'yearend', 'newest'] as const
export type PopulationChoice = (typeof populationChoices)[number]

/** Whose word stands where sources disagree, for each kind of record. */
const sourcePolicy = z.record(z.enum(policyKinds), z.enum(policyChoices))

export const registerSettings = placeSettings.extend({
  officeName: z.string().max(60),
  operator: z.string().max(30),
  population: z.enum(populationChoices),
  /** Folder that gets the daily backup; null while none is chosen. */
  backupFolder: z.string().nullable(),
  /** Folder that gets the same backups while it is there (a USB disk, a share); null while none is chosen. */
  secondBackupFolder: z.string().nullable(),
  /** null while backups are not encrypted; a password of null cannot be told: the setting cannot be read. */
  backupEncryption: z.object({ passwordSetAt: z.number().nullable() }).nullable(),
  /** One for each district. */
  tiles: z.array(tileSetting),
  sourcePolicy,
  /** Records in the register: the city of a register in use is not changed without a question. */
  hasRecords: z.boolean(),
})
export type RegisterSettings = z.output<typeof registerSettings>

const settingsChange = z.object({
  cityCode: cityCode.optional(),
  /** null takes the proposed districts of the city again. */
  places: placeSettings.pick({ districts: true, zones: true }).nullable().optional(),
  /** null takes the squares that the city comes with. */
  tiles: z.array(tileSetting).max(60).nullable().optional(),
  officeName: z.string().trim().max(60).optional(),
  operator: z.string().trim().max(30).optional(),
  population: z.enum(populationChoices).optional(),
  backupFolder: filePath.nullable().optional(),
  secondBackupFolder: filePath.nullable().optional(),
  sourcePolicy: sourcePolicy.optional(),
})
export type SettingsChange = z.output<typeof settingsChange>

export const backupStatus = z.object({
  folder: z.string().nullable(),
  /** The newest backup that was made and verified, epoch milliseconds. */
  lastAt: z.number().nullable(),
  lastFile: z.string().nullable(),
  isRunning: z.boolean(),
  /** Why the last try failed; null when it did not. */
  failure: z.object({ code: errorCode, details: z.record(z.string(), z.unknown()).optional() }).nullable(),
  /** Attachments that the last backup does not have: they are missing or altered beside the register. */
  missingAttachments: z.int().nonnegative(),
  /** The folder that gets the same backups while it is there; null while none is chosen. */
  second: z.object({
    folder: z.string(), isThere: z.boolean(),
    lastAt: z.number().nullable(),
    failure: z.object({ code: errorCode, details: z.record(z.string(), z.unknown()).optional() }).nullable(),
  }).nullable(),
})
export type BackupStatus = z.output<typeof backupStatus>

/** The last changes of the settings, newest first, in the clerk's words; null is “not set”. */
export const settingsHistory = z.object({
  entries: z.array(z.object({
    sequence: z.int(), at: z.number(), operator: z.string(),
    changes: z.array(z.object({ what: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
    /** Nobody has changed them again since. */
    canTakeBack: z.boolean(),
  })),
})
export type SettingsHistory = z.output<typeof settingsHistory>

/** What a backup holds, to be seen before it is taken. */
export const backupContents = z.object({
  /** The register it was made of, as a name to restore it under. */
  name: z.string(),
  officeName: z.string(),
  cityName: z.string(),
  /** Records by list kind. */
  counts: z.record(z.string(), z.int()),
  /** When it was last changed, epoch milliseconds; null when it never was. */
  changedAt: z.number().nullable(),
  sizeBytes: z.number(),
})
export type BackupContents = z.output<typeof backupContents>

/** The backups of the open register, newest first. */
export const backupList = z.object({
  backups: z.array(z.object({
    file: z.string(),
    at: z.number(),
    /** Why it was made; null for the day's. */
    occasion: z.enum(['upgrade', 'import', 'restore', 'manual']).nullable(),
    /** null: it is encrypted, or cannot be read any more and is not offered. */
    contents: backupContents.nullable(),
    /** Size of an encrypted one, all that is known of it without its password; null of any other. */
    sealedBytes: z.number().nullable(),
  })),
  /** Originals and attachments that lie there without encryption, in a folder of their own; null where there are none. */
  openFiles: z.string().nullable(),
})
export type BackupList = z.output<typeof backupList>

/** What a register would be with a backup in its place. */
export const backupComparison = z.object({
  backup: backupContents,
  /** Records that only the register has, only the backup has, and that differ, by their numbers. */
  lost: z.int(), regained: z.int(), different: z.int(),
  /** Frozen forms that only the register has. */
  lostFrozen: z.int(),
  /** Changes made since the backup; null when it is of another register. */
  changesSince: z.int().nullable(),
})
export type BackupComparison = z.output<typeof backupComparison>

/** The register's own settings (city, office, operator) and its backups. */
export const settingsOperations = {
  /** Every city of the country that can have a register. */
  'settings.cities': operation(nothing, z.object({ cities: z.array(z.object({ code: z.string(), name: z.string(), province: z.string() })) })),
  'settings.proposal': operation(z.object({ cityCode }), placeSettings.extend({ officeName: z.string() })),
  'settings.get': operation(nothing, registerSettings),
  'settings.save': operation(settingsChange, registerSettings),
  'settings.history': operation(z.object({ limit: z.int().positive().max(200) }), settingsHistory),
  /** The values before a change hold again, by a change of its own. */
  'settings.takeBack': operation(z.object({ sequence: z.int().positive() }), registerSettings),
  /** Makes a register, writes its settings, and opens it. A file that is there already is refused. */
  'settings.createRegister': operation(settingsChange.extend({ file: filePath }), registerStatus),
  'backup.status': operation(nothing, backupStatus),
  'backup.run': operation(nothing, backupStatus),
  /** Makes a backup before another version of the program takes over, beside the register where no folder was chosen. */
  'backup.beforeUpdate': operation(nothing, z.object({ keptAs: z.string() })),
  /** What a backup holds; it is left as it is. */
  'backup.look': operation(z.object({ file: filePath }), backupContents),
  'backup.list': operation(nothing, backupList),
  /** What would be lost and regained if a backup took the place of the open register. */
  'backup.compare': operation(z.object({ file: filePath }), backupComparison),
  /** Puts a backup in the place of the open register, which is kept as a backup first. @returns what was kept */
  'backup.replace': operation(z.object({ file: filePath }), z.object({ keptAs: z.string().nullable() })),
  /** Makes a new register of what can be proved of a damaged one, by default the open one, which stays as it is; with a list of what is missing. */
  'backup.salvage': operation(z.object({ file: filePath, damaged: filePath.optional() }), z.object({ records: z.int(), lost: z.int(), list: z.string().nullable() })),
  /** Makes a register of a backup and opens it. A file that is there already is refused. */
  'backup.restore': operation(z.object({ backup: filePath, file: filePath }), registerStatus),
} as const
