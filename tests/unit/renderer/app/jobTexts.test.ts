import { describe, expect, it } from 'vitest'
import { jobPace, jobPercent, jobTitle } from '../../../../src/renderer/app/jobTexts'

const job = { jobId: 'import:1', name: 'job.import', cancel: null, done: 5, total: 12 }

describe('running work in the status bar', () => {
  it('is named by what it does and to which file', () => {
    expect(jobTitle({ ...job, subject: '城阳区.xlsx' })).toBe('读取 城阳区.xlsx')
    expect(jobTitle({ ...job, name: 'job.backup' })).toBe('备份')
  })
  it('has a share only where there is a whole', () => {
    expect([jobPercent(job), jobPercent({ ...job, total: null }), jobPercent({ ...job, total: 0 }), jobPercent({ ...job, done: 13 })]).toEqual([41, null, null, 100])
  })
  it.each([
    [{ rowsPerSecond: 1840, remainingMs: 38_400 }, '1,840 行/秒，约剩 40 秒'],
    [{ remainingMs: 7_400 }, '约剩 7 秒'],
    [{ remainingMs: 61_000 }, '约剩 2 分钟'],
    [{ rowsPerSecond: 0 }, ''],
    [{}, ''],
  ])('tells its pace as far as it is known: %j', (pace, text) => {
    expect(jobPace({ ...job, ...pace })).toBe(text)
  })
})
