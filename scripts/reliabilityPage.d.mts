/** What a long run measured, and when, where and how long it ran. */
export interface LongRun {
  figures: Readonly<Record<string, number>>
  remarks?: Readonly<Record<string, string>>
  /** Of the full lengths, over 0 and up to 1. */
  share: number
  lengths: Readonly<Record<string, number>>
  isCut: boolean
  startedAt: number
  endedAt: number
  passed: number
  failed: number
  isWhole: boolean
  commit: string
  machine: string
}

export function reliabilityPage(run: LongRun): string

export function withSuiteAlone(page: string, run: Pick<LongRun, 'figures' | 'remarks' | 'lengths' | 'endedAt' | 'commit'>): string
