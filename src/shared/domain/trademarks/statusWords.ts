/**
 * What the words of a list say of the end of a mark (domain.md 3): it was cancelled, which happens on any day, or it is no
 * longer in force, which the end of its term may explain as well. Requests, procedures and what concerns a part end nothing.
 */
export type MarkEnd = 'cancelled' | 'over'

const endsNothing = /部分|申请|请求|审查|审理|程序|复审|答辩|待|拟|将|预警|不予|未|恢复|维持|异议|中$/u
const cancelled = /注销|撤销|销亡|宣告无效|无效宣告|被无效|^(?:cancelled|canceled|revoked|invalidated|surrendered)\b/iu
const over = /失效|无效|过期|期满|届满|到期|^(?:dead|expired|ended|inactive|invalid|lapsed)\b/iu

/** The end that the words of a status column or of a title tell; null where they tell none. */
export function markEndInWords(words: string): MarkEnd | null {
  const known = cache.get(words)
  if (known !== undefined) return known
  const end = endsNothing.test(words) ? null : cancelled.test(words) ? 'cancelled' : over.test(words) ? 'over' : null
  if (cache.size < longestCache) cache.set(words, end)
  return end
}

/** A column of statuses repeats a few words a million times. */
const cache = new Map<string, MarkEnd | null>()
const longestCache = 1_000
