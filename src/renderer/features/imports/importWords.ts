import type { ImportJob, RowVerdict } from '../../../shared/bridge/imports'
import { messageOf } from '../../../shared/text/failureText'
import { hasText, t, textOf } from '../../../shared/text/t'
import type { Failure } from '../../../shared/domain/result'
import { locale } from '../../../shared/text/language'

/** Colour class of a verdict's dot: the word always stands beside it. */
export const toneOf: Record<RowVerdict, 'green' | 'blue' | 'grey' | 'amber' | 'red'> = {
  new: 'green', changed: 'blue', same: 'grey', repaired: 'amber', conflict: 'amber', review: 'amber', rejected: 'red', left_out: 'red', skipped: 'grey',
}

export type Tone = (typeof toneOf)[RowVerdict]

const committed: readonly RowVerdict[] = ['new', 'changed', 'same', 'repaired', 'conflict']

/** Whether the file can be written as it is: nothing of it is open, and something of it goes in. */
export function isCommittable(job: ImportJob): boolean {
  return job.state === 'ready' && job.open === 0 && readyRows(job) > 0
}

/** Rows that a commit writes or confirms. */
export function readyRows({ verdicts }: ImportJob): number {
  return committed.reduce((sum, verdict) => sum + (verdicts?.[verdict] ?? 0), 0)
}

export function outRows({ verdicts }: ImportJob): number {
  return (verdicts?.rejected ?? 0) + (verdicts?.review ?? 0) + (verdicts?.left_out ?? 0)
}

export function allRows({ verdicts }: ImportJob): number {
  return Object.entries(verdicts ?? {}).reduce((sum, [verdict, count]) => (verdict === 'skipped' ? sum : sum + count), 0)
}

/** Whether the file waits for the clerk. */
export function isDoubtful(job: ImportJob): boolean {
  return job.state === 'locked' || job.state === 'refused' || (job.state === 'ready' && job.open > 0)
}

/** Kinds whose rows name no unit. */
const withoutUnits: ReadonlySet<ImportJob['kind']> = new Set([null, 'units', 'population', 'market_entities', 'indicators'])

/** Whether the file names units that another file of the list brings, which is read and not yet committed. */
export function waitsForUnits(job: ImportJob, jobs: readonly ImportJob[]): boolean {
  return job.state === 'ready' && !withoutUnits.has(job.kind) && jobs.some(({ job: other, kind, state }) => other !== job.job && kind === 'units' && state === 'ready')
}

/** One line on how a file stands: a word with its colour, and what more there is to say. */
export function standingOf(job: ImportJob): { tone: Tone; word: string; more: string } {
  const { state, open, verdicts, district } = job
  if (state === 'locked') return { tone: 'red', word: t('imports.state.locked'), more: t('imports.lockedHint') }
  if (state === 'refused') return { tone: 'red', word: t('imports.state.refused'), more: failureWords(job) }
  if (state === 'reading' || state === 'writing') return { tone: 'blue', word: t(`imports.state.${state}`), more: progressWords(job) }
  if (state === 'queued' || state === 'commit_queued' || state === 'cancelled') return { tone: 'grey', word: t(`imports.state.${state}`), more: '' }
  const rejected = (verdicts?.rejected ?? 0) + (verdicts?.left_out ?? 0)
  const more = [
    // The line is short: what was rejected must not be what is cut off.
    rejected > 0 ? t('imports.rejectedRows', { count: rejected }) : null, district, job.kind === null ? null : textOf(`kind.${job.kind}`), t('imports.rows', { count: allRows(job) }),
  ].filter((part) => part !== null).join(t('punctuation.clause'))
  if (state === 'done') return { tone: 'green', word: t('imports.state.done'), more }
  return open > 0 ? { tone: 'amber', word: t('imports.state.questions', { count: open }), more } : { tone: 'green', word: t('imports.state.ready'), more }
}

function progressWords({ progress }: ImportJob): string {
  if (progress === null || progress.size === 0) return ''
  const percent = Math.min(100, Math.round((progress.read * 100) / progress.size))
  // The first rows say nothing of the pace yet.
  return progress.rowsPerSecond === 0 ? `${percent}%` : t('imports.readingProgress', { percent, rate: progress.rowsPerSecond.toLocaleString(locale()) })
}

/** Why a file could not be read: what, and what to do. */
export function failureWords({ failure }: ImportJob): string {
  if (failure === null) return ''
  const inWindow = `imports.refused.${failure.code}`
  const isSpecial = typeof failure.details?.['what'] === 'string' && hasText(`error.${failure.code}.${failure.details['what']}`)
  if (hasText(inWindow) && !isSpecial) return textOf(inWindow, failure.details)
  const { file: _file, ...at } = failure.at ?? {}
  return messageOf({ ...failure, at } as Failure) // codes come from the register's own list
}

/** A reading of a doubtful cell as the clerk says it. */
export function readingWords(reading: string): string {
  const found = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/u.exec(reading)
  if (!found) return reading
  const [, year, month, day] = found
  return `${year} 年 ${Number(month)} 月${day === undefined ? '' : ` ${Number(day)} 日`}`
}
