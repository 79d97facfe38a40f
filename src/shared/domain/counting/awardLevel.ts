/** Awards whose only other level is 提名奖: lists of winners give the award itself without a level (domain.md 5, report-forms.md F9). */
const qualityAward = /^(?:中国|(?:山东省)?省长)质量奖$/u

/**
 * The level under which an honour counts.
 *
 * @param level  as stored; null where the list gave none
 * @returns      正奖 for a 中国质量奖 or 省长质量奖 without a level, else what is stored. [rule]
 */
export function awardLevel(honour: string | null, level: string | null): string | null {
  return level ?? (honour !== null && qualityAward.test(honour) ? '正奖' : null)
}
