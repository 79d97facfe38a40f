import { describe, expect, it } from 'vitest'
import type { BackupStatus } from '../../../../src/shared/bridge/operations/settingsOperations'
import { backupAge, overdueDays } from '../../../../src/renderer/app/backupAge'

const now = Date.UTC(2022, 0, 10, 9)
const minute = 60_000
const status = (parts: Partial<BackupStatus>): BackupStatus => ({ folder: '/备份', lastAt: now, lastFile: '/备份/台账.bzr', isRunning: false, failure: null, missingAttachments: 0, second: null, ...parts })

describe('the age of the newest backup', () => {
  it.each([
    ['within the minute', { lastAt: now - 59_000 }, '刚刚备份，已核对', 'good'],
    ['in whole minutes', { lastAt: now - 59.9 * minute }, '备份 59 分钟前，已核对', 'good'],
    ['in whole hours', { lastAt: now - 23.5 * 60 * minute }, '备份 23 小时前，已核对', 'good'],
    ['in days, still good after the first night', { lastAt: now - 25 * 60 * minute }, '备份 1 天前', 'good'],
    ['as old after a day and a half', { lastAt: now - 37 * 60 * minute }, '备份 1 天前', 'old'],
    ['of the future as made just now: clocks differ', { lastAt: now + minute }, '刚刚备份，已核对', 'good'],
    ['as missing where a folder has none yet', { lastAt: null, lastFile: null }, '还没有备份', 'old'],
    ['as not set up without a folder', { folder: null, lastAt: null, lastFile: null }, '未设备份', 'none'],
    ['as failed, however young the last good one is', { failure: { code: 'disk_full' } }, '备份没有完成', 'failed'],
    ['as running before anything else', { isRunning: true, failure: { code: 'disk_full' } }, '正在备份', 'running'],
  ] as const)('is told %s', (_how, parts, text, state) => {
    expect(backupAge(status(parts), now)).toEqual({ text, state })
  })
})

describe('a backup that is overdue', () => {
  const day = 24 * 60 * minute

  it('is told after seven days, and not where another notice tells more', () => {
    expect(overdueDays(status({ lastAt: now - 6.9 * day }), now)).toBeNull()
    expect(overdueDays(status({ lastAt: now - 7 * day }), now)).toBe(7)
    for (const parts of [{ folder: null }, { lastAt: null }, { isRunning: true }, { failure: { code: 'disk_full' as const } }]) expect(overdueDays(status({ lastAt: now - 9 * day, ...parts }), now)).toBeNull()
  })
})
