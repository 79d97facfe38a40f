/** Names a field that a row does not change, or with a null row, that no row of the sheet changes. */
export function keepKey(sheet: string | null, row: number | null, field: string): string {
  return `${sheet ?? ''}|${row ?? '*'}|${field}`
}
