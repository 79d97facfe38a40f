const DAY_MS = 86_400_000
const EPOCH_MS = Date.UTC(1899, 11, 30)
/** Before March 1900 spreadsheet programs disagree, because one of them believed in 29 February 1900. */
const FIRST_SAFE_SERIAL = 61

/**
 * The serial number (1900 system) of a calendar date written yyyy-mm-dd; undefined for anything else: a month or year
 * alone, a day that does not exist, a date before 1900-03-01.
 */
export function dateSerialOf(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return undefined
  const instant = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]))
  if (new Date(instant).toISOString().slice(0, 10) !== text) return undefined
  const serial = (instant - EPOCH_MS) / DAY_MS
  return serial >= FIRST_SAFE_SERIAL ? serial : undefined
}
