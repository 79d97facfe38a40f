export function textOrNull(value: string | number | null | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

/** A list of texts as the store keeps it in one column. */
export function parseTexts(json: string | number | null | undefined): string[] {
  if (typeof json !== 'string' || json === '') return []
  const value: unknown = JSON.parse(json)
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}
