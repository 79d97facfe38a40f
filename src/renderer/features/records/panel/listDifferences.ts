import { listed, t } from '../../../../shared/text/t'

/** What a list (one name a line) says otherwise than the one that stands, which is hard to see in two lists of twenty names. */
export function listDifferences(current: string, text: string): string[] {
  const [now, other] = [current.split('\n'), text.split('\n')]
  if (now.length < 2 || other.length < 2) return []
  const only = (names: readonly string[], others: readonly string[]): string[] => names.filter((name) => !others.includes(name))
  const [fewer, more] = [only(now, other), only(other, now)]
  if (fewer.length + more.length === 0) return [t('record.conflictOrder')]
  return [
    ...(fewer.length === 0 ? [] : [t('record.conflictFewer', { count: fewer.length, names: listed(fewer) })]),
    ...(more.length === 0 ? [] : [t('record.conflictMore', { count: more.length, names: listed(more) })]),
  ]
}
