/** The calendar date of an instant (epoch milliseconds) where this computer is, YYYY-MM-DD. */
export function localDate(at: number): string {
  const offsetMs = new Date(at).getTimezoneOffset() * 60_000
  return new Date(at - offsetMs).toISOString().slice(0, 10)
}
