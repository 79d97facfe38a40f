/** A record's key as it is read: of several parts, those there are, one after the other. */
export function keyText(key: string): string {
  return key.split('|').filter((part) => part !== '').join(' ')
}
