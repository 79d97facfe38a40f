/**
 * Status words of patent databases in three values (domain.md 2.6).
 *
 * A cell can hold several words ("授权 | 权利转移") or the last event, which says nothing about validity
 * (import-sources.md 6.3). Negative words are tested before 授权, because 避免重复授权 contains it; 权利恢复 and 部分无效
 * leave a patent in force.
 */
export interface LegalStatus {
  status: 'valid' | 'invalid' | 'pending' | null
  /** Words of the cell that are events, joined by 、; null when there are none. */
  event: string | null
}

/** Requests, contracts and changes that the gazette reports: what they end or register is not the patent itself. */
const eventOnly = /无效(?:程序|(?:宣告)?(?:请求|程序|审[查理]|口审))|(?:无效|宣告|终止|恢复)(?:进行)?中$|请求(?:无效|宣告无效)|质押|许可|保全|复审|海关备案|变更/u
/** What is still to come, or has not come. */
const notYet = /(?:即将|将要?|拟|预计|快要?).{0,6}(?:失效|终止|届满|到期|放弃|过期)|未(?=失效|终止|届满|到期|放弃|过期)/u

const words: readonly (readonly [RegExp, LegalStatus['status']])[] = [
  [/权利恢复|恢复权利|(?:已|失效后?)恢复|恢复有效|部分无效/u, 'valid'],
  [/避(?:免)?重(?:复)?授(?:权|予)|避重放弃|撤回|驳回|全部撤销|全部无效|宣告无效|期限届满|届满|(?:未|没有?)(?!到|至).{0,6}(?:缴|交).{0,4}费|未续费|停止?(?:缴|交|续)|不再?(?:缴|交|续|维持)|不予维持|欠缴|过期|死亡|非有效|[待等可]以?恢复|^(?:已|被)?撤销$|权利终止|专利权终止|终止|申请终止|放弃|失效|无效|视撤|^无权$|丧失|已注销/u, 'invalid'],
  [/待(?:发证|下证|领证)|未(?:发证|下证|领证|授权)|实质审查|审中|在审|^公开|公布|受理|初审|未确认|进入实审|实审|等待|提案|[一二三四五六中]通(?:出案|回案)|待答复|申请中|审理中|审查中|新案审查|答复审查意见|PCT指定期内/u, 'pending'],
  [/授权|有效|维持|^有权$|部分撤销|登记|滞纳金|年费|发证|下证|领证/u, 'valid'],
]

/** Reads a cell of a status column. Of several words the first counts, a negative one before it, unless the right was restored. */
export function readLegalStatus(text: string): LegalStatus {
  const known = cache.get(text)
  if (known) return known
  const status = judgeStatus(text)
  if (cache.size < longestCache) cache.set(text, status)
  return status
}

/** A column of statuses repeats a few words a million times. */
const cache = new Map<string, LegalStatus>()
const longestCache = 1_000

/** Exports in English. */
const englishWords: readonly (readonly [RegExp, string])[] = [
  [/^(?:inactive|dead|invalid|lapsed|expired|ceased|withdrawn|rejected|refused|abandoned|revoked|terminated|non-payment)\b.*/iu, '失效'], [/^(?:pending|published|examining|substantive examination|undetermined)\b.*/iu, '审中'], [/^(?:active|alive|valid|granted|in force|patented case)\b.*/iu, '有效'],
]

function judgeStatus(text: string): LegalStatus {
  const parts = text.normalize('NFKC').split(/[|;；、,，\n()]/u).map((part) => part.trim()).filter((part) => part !== '').map((part) => englishWords.find(([word]) => word.test(part))?.[1] ?? part)
  let status: LegalStatus['status'] = null
  const events: string[] = []
  for (const part of parts) {
    const found = eventOnly.test(part) || notYet.test(part) ? null : (words.find(([pattern]) => pattern.test(part))?.[1] ?? null)
    if (found === null) events.push(part)
    else if (status === null || found === 'invalid') status = found
  }
  if (status === 'invalid' && parts.some((part) => /权利恢复|恢复权利/u.test(part))) status = 'valid'
  return { status, event: events.length > 0 ? events.join('、') : null }
}
