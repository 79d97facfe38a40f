import { dayNumberOf, isIsoDay, isoOfDayNumber } from './calendar'

/** 1899-12-30 as a day number: the zero of the 1900 date system for every day after February 1900. */
const SERIAL_ZERO = dayNumberOf('1899-12-30')
/** Before March 1900 spreadsheet programs disagree, because one of them believed in 29 February 1900. */
const FIRST_SAFE_SERIAL = 61
/** 9999-12-31, after which no program knows a day. */
const LAST_SERIAL = 2_958_465

/**
 * The serial number (1900 system) of a calendar date written yyyy-mm-dd; undefined for anything else: a month or year
 * alone, a day that does not exist, a date before 1900-03-01.
 */
export function dateSerialOf(text: string): number | undefined {
  if (!isIsoDay(text)) return undefined
  const serial = dayNumberOf(text) - SERIAL_ZERO
  return serial >= FIRST_SAFE_SERIAL ? serial : undefined
}

/** Whether a serial number (1900 system) is of a day that all programs agree on. */
export function isSafeSerial(serial: number): boolean {
  return serial >= FIRST_SAFE_SERIAL && serial <= LAST_SERIAL
}

/** The date behind a serial number (1900 system) of March 1900 or later. */
export function isoDayOfSerial(serial: number): string {
  return isoOfDayNumber(serial + SERIAL_ZERO)
}
