/**
 * How long backups are kept, and when one is made without being asked for. The numbers that the settings show are these.
 */
export const backupRule = {
  /** Newest backup of each of the last days, weeks (from Monday) and months on which there is one. */
  days: 7,
  weeks: 4,
  months: 12,
  /** Newest backups made before an upgrade, an import or a restore, and as many of those that somebody asked for. */
  occasions: 5,
  /** An import of more rows than this is preceded by a backup. */
  largeImportRows: 5_000,
  /** The newest backup is called old from this age on. */
  warnAfterDays: 7,
} as const

/** Why a backup was made when it was not the day's; the word stands in the file's name. */
export const backupOccasions = { upgrade: '升级前', import: '导入前', restore: '还原前', manual: '手动' } as const
export type BackupOccasion = keyof typeof backupOccasions

/** What the name of a backup says: `台账_20220110-0930.bzr`, `台账_20220110-0930_还原前2.bzr`, encrypted `台账_20220110-0930.bzrx`. */
export interface BackupName {
  /** Name of the register without its ending. */
  register: string
  /** YYYY-MM-DD and HHMM, where the computer was that made it. */
  day: string
  time: string
  occasion: BackupOccasion | null
  /** Tells those of one minute apart; 1 is not written. */
  number: number
  /** Encrypted: it ends in .bzrx. */
  isSealed?: true
}

const occasionWords = Object.values(backupOccasions).join('|')
const pattern = new RegExp(`^(.+)_(\\d{4})(\\d{2})(\\d{2})-(\\d{4})(?:_(${occasionWords})(\\d+)?)?\\.bzr(x)?$`, 'i')

/** Null for any other file: a draft, a register, a copy made by hand. */
export function readBackupName(fileName: string): BackupName | null {
  const [, register = '', year, month, date, time = '', word, number, sealed] = pattern.exec(fileName) ?? []
  if (register === '') return null
  const occasion = (Object.keys(backupOccasions) as BackupOccasion[]).find((key) => backupOccasions[key] === word) ?? null
  return { register, day: `${year}-${month}-${date}`, time, occasion, number: Number(number ?? 1), ...(sealed === undefined ? {} : { isSealed: true }) }
}

export function writeBackupName({ register, day, time, occasion, number, isSealed }: BackupName): string {
  const why = occasion === null ? '' : `_${backupOccasions[occasion]}${number === 1 ? '' : number}`
  return `${register}_${day.replaceAll('-', '')}-${time}${why}${isSealed ? '.bzrx' : '.bzr'}`
}

/** The name of a backup made at a time of this computer's clock. */
export function backupNameAt(register: string, time: Date, occasion: BackupOccasion | null, number: number): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`
  return writeBackupName({ register, day, time: `${two(time.getHours())}${two(time.getMinutes())}`, occasion, number })
}

/**
 * The backups of one register that {@link backupRule} keeps. The order is that of the names, never of a clock that may
 * have been set back since.
 */
export function backupsToKeep<T extends BackupName>(backups: readonly T[]): Set<T> {
  const newestFirst = backups.toSorted(compareNewestFirst)
  return new Set([
    ...newestOfEach(newestFirst, ({ day }) => day, backupRule.days),
    // Those that somebody asked for do not take the place of a day's own.
    ...newestOfEach(newestFirst.filter(({ occasion }) => occasion !== 'manual'), ({ day }) => day, backupRule.days),
    ...newestOfEach(newestFirst, ({ day }) => mondayOf(day), backupRule.weeks),
    ...newestOfEach(newestFirst, ({ day }) => day.slice(0, 7), backupRule.months),
    ...newestFirst.filter(({ occasion }) => occasion !== null && occasion !== 'manual').slice(0, backupRule.occasions),
    ...newestFirst.filter(({ occasion }) => occasion === 'manual').slice(0, backupRule.occasions),
  ])
}

export function compareNewestFirst(a: BackupName, b: BackupName): number {
  const [keyA, keyB] = [`${a.day}${a.time}`, `${b.day}${b.time}`]
  if (keyA !== keyB) return keyA < keyB ? 1 : -1
  // Of one minute the encrypted one counts: encryption was begun, and the other is let go.
  return b.number - a.number || Number(b.isSealed ?? false) - Number(a.isSealed ?? false)
}

function newestOfEach<T>(newestFirst: readonly T[], spanOf: (backup: T) => string, spans: number): T[] {
  const newest = new Map<string, T>()
  for (const backup of newestFirst) if (!newest.has(spanOf(backup))) newest.set(spanOf(backup), backup)
  return [...newest.values()].slice(0, spans)
}

const dayMs = 86_400_000
/** 1970-01-01 was a Thursday. */
const daysSinceMonday = 3

function mondayOf(day: string): string {
  const days = Math.floor(Date.parse(`${day}T00:00:00Z`) / dayMs)
  return Number.isNaN(days) ? day : String(Math.floor((days + daysSinceMonday) / 7))
}
