/** The calendar date of an instant (epoch milliseconds) where this computer is, YYYY-MM-DD. */
export function localDate(at: number): string {
  const offsetMs = new Date(at).getTimezoneOffset() * 60_000
  return new Date(at - offsetMs).toISOString().slice(0, 10)
}

/** The instant (epoch milliseconds) at which a date, or one some days later, begins where this computer is. */
export function startOfDay(date: string, daysLater = 0): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return new Date(year, month - 1, day + daysLater).getTime()
}
