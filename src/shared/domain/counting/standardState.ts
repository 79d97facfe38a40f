export type StandardState = 'in_force' | 'upcoming' | 'abolished'

export interface StandardDates {
  publishedOn: string | null
  effectiveOn: string | null
  abolishedOn: string | null
}

/** 废止 if abolished by the day; 即将实施 if published but not yet effective; else 现行 (domain.md 1.4). */
export function standardStateOn({ publishedOn, effectiveOn, abolishedOn }: StandardDates, day: string): StandardState {
  if (abolishedOn !== null && abolishedOn <= day) return 'abolished'
  if (publishedOn !== null && effectiveOn !== null && publishedOn <= day && day < effectiveOn) return 'upcoming'
  return 'in_force'
}

const states: Readonly<Record<string, StandardState>> = {
  现行: 'in_force', 有效: 'in_force', 现行有效: 'in_force', 即将实施: 'upcoming', 未实施: 'upcoming', 废止: 'abolished', 已废止: 'abolished', 被代替: 'abolished', 作废: 'abolished',
}

/** The imported 状态 word; null when it is none of the register's values. */
export function standardStateOfWord(word: string): StandardState | null {
  return states[word.trim()] ?? null
}
