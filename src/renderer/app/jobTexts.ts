import type { JobProgress } from '../../shared/bridge/events'
import { hasText, t, textOf } from '../../shared/text/t'

/** “读取 城阳区_2021年度….xlsx”. */
export function jobTitle({ name, subject }: { name: string; subject?: string | null }): string {
  const what = hasText(name) ? textOf(name) : name
  return subject === undefined || subject === null ? what : `${what} ${subject}`
}

/** Between 0 and 100; null while nobody knows how much there is. */
export function jobPercent({ done, total }: JobProgress): number | null {
  return total === null || total === 0 ? null : Math.min(100, Math.floor((done / total) * 100))
}

/** “1,840 行/秒，约剩 40 秒”, as far as it is known. */
export function jobPace({ rowsPerSecond, remainingMs }: JobProgress): string {
  const parts = [
    rowsPerSecond === undefined || rowsPerSecond === 0 ? '' : t('jobs.rate', { rows: rowsPerSecond.toLocaleString('en-US') }),
    remainingMs === undefined ? '' : t('jobs.remaining', { time: roughTime(remainingMs) }),
  ]
  return parts.filter((part) => part !== '').join(t('punctuation.clause'))
}

function roughTime(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000))
  if (seconds < 60) return t('jobs.seconds', { seconds: seconds > 10 ? Math.ceil(seconds / 5) * 5 : seconds })
  return t('jobs.minutes', { minutes: Math.ceil(seconds / 60) })
}
