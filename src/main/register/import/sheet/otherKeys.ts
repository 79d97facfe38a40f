import type { RowStatement } from '../kinds/kindJudge'

/** All keys under which the records of statements may stand. */
export function keysOf(statements: readonly RowStatement[]): string[] {
  const keys: string[] = []
  for (const { key, otherKeys, exportedKey } of statements) {
    keys.push(key)
    if (otherKeys !== undefined) keys.push(...otherKeys)
    if (exportedKey !== undefined) keys.push(exportedKey)
  }
  return keys
}

/**
 * Gives statements the keys that their records have already: a record that was made while its unit was only a name stays
 * the one it is, also when these very rows make it.
 *
 * @param isInRegister  whether a record stands under a key, the file's own rows before these included
 */
export function takeKnownKeys(statements: readonly RowStatement[], isInRegister: (key: string) => boolean): void {
  const stated = new Set<string>()
  const knows = (key: string): boolean => stated.has(key) || isInRegister(key)
  for (const statement of statements) {
    const { exportedKey, otherKeys } = statement
    if (exportedKey !== undefined && exportedKey !== statement.key && knows(exportedKey)) rename(statement, exportedKey)
    const known = otherKeys === undefined || knows(statement.key) ? undefined : otherKeys.find(knows)
    if (known !== undefined) rename(statement, known)
    if (otherKeys !== undefined) stated.add(statement.key)
  }
}

function rename(statement: RowStatement, key: string): void {
  statement.key = key
  statement.values = { ...statement.values, key }
}
