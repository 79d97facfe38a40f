import { describe, expect, it } from 'vitest'
import { backupsToKeep, type BackupName, type BackupOccasion } from '../../../../src/shared/domain/backup/backupRule'
import { createRandom } from '../../../support/registers/randomRecords'

const dayMs = 86_400_000
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)
const mondayOf = (day: string): string => dayOf(Date.parse(day) - ((new Date(day).getUTCDay() + 6) % 7) * dayMs)
const madeAt = ({ day, time, number }: BackupName): string => `${day} ${time} ${number}`

/** What an office makes in three years: a backup on working days, holidays, now and then one before an import or asked for. */
function* threeYears(seed: number): Generator<BackupName> {
  const random = createRandom(seed)
  let away = 0
  for (let at = Date.parse('2022-01-04'); at < Date.parse('2025-01-04'); at += dayMs) {
    const weekday = new Date(at).getUTCDay()
    if (random.chance(0.01)) away = random.below(20)
    if (away-- > 0 || weekday === 0 || weekday === 6) continue
    yield { register: '台账', day: dayOf(at), time: '0830', occasion: null, number: 1 }
    const more: readonly BackupOccasion[] = ['import', 'manual', 'restore', 'upgrade']
    for (let number = 1; random.chance(0.15); number++) yield { register: '台账', day: dayOf(at), time: `1${random.below(10)}0${number}`, occasion: random.pick(more), number }
  }
}

/** The newest of each of the last spans on which anything was made at all. */
function newestOf(made: readonly BackupName[], spanOf: (day: string) => string, count: number): string[] {
  const spans = new Map<string, string>()
  for (const backup of made) if ((spans.get(spanOf(backup.day)) ?? '') < madeAt(backup)) spans.set(spanOf(backup.day), madeAt(backup))
  return [...spans].toSorted(([a], [b]) => (a < b ? 1 : -1)).slice(0, count).map(([, newest]) => newest)
}

/** More than are made in the months that count. */
const recently = 450

describe('three years of backups, each followed by letting go', () => {
  it.each([1, 2, 3])('never lack the newest of 7 days, 4 weeks and 12 months on which one was made, and stay few (seed %i)', (seed) => {
    const made: BackupName[] = []
    let left: BackupName[] = []
    let most = 0
    for (const backup of threeYears(seed)) {
      made.push(backup)
      left = [...backupsToKeep([...left, backup])]
      most = Math.max(most, left.length)
      const there = new Set(left.map(madeAt))
      const lately = made.slice(-recently)
      const owed = [...newestOf(lately, (day) => day, 7), ...newestOf(lately, mondayOf, 4), ...newestOf(lately, (day) => day.slice(0, 7), 12)]
      expect(owed.filter((each) => !there.has(each)), `on ${backup.day}`).toEqual([])
    }
    expect(made.length).toBeGreaterThan(600)
    expect(most).toBeLessThanOrEqual(7 + 7 + 4 + 12 + 5 + 5)
  })
})
