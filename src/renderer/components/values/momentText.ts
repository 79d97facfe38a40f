/** A moment (epoch milliseconds) as lists print it, days as everywhere: 2022-01-17 16:20. */
export function momentText(at: number): string {
  return new Date(at).toLocaleString('sv-SE', { dateStyle: 'short', timeStyle: 'short' })
}
