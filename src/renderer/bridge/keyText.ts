/** A record's key as it is read: of several parts, those there are, one after the other. */
export function keyText(key: string): string {
  return key.split('|').filter((part) => part !== '').join(' ')
}

/** Kinds whose key is made up of what their title says in words: no person knows them by it. */
const withoutNumber: ReadonlySet<string> = new Set(['population', 'market_entities', 'indicator', 'indicators'])

/** A record's number, where it has one, and what it is called. */
export function numberAndName({ kind, key, title }: { kind: string; key: string; title: string }): { words: string; name: string } {
  return withoutNumber.has(kind) && title !== '' ? { words: title, name: '' } : { words: keyText(key), name: title }
}

/** Number and name in one line. */
export function recordLine(record: { kind: string; key: string; title: string }): string {
  const { words, name } = numberAndName(record)
  return [words, name].filter((part) => part !== '').join(' ')
}
