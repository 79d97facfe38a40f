import { describe, expect, it } from 'vitest'
import { backupsToKeep, readBackupName, writeBackupName, type BackupName } from '../../../../src/shared/domain/backup/backupRule'

function backup(name: string): BackupName {
  const read = readBackupName(name)
  if (read === null) throw new Error(`no backup: ${name}`)
  return read
}

/** A backup at half past nine on each of some days up to 2022-03-31. */
function daily(days: number): BackupName[] {
  return Array.from({ length: days }, (_, at) => {
    const day = new Date(Date.UTC(2022, 2, 31 - at)).toISOString().slice(0, 10)
    return { register: '台账', day, time: '0930', occasion: null, number: 1 }
  })
}

describe('the name of a backup', () => {
  it('says register, day, minute and occasion, and is read as it is written', () => {
    for (const name of ['台账_20220110-0930.bzr', '青岛_2022_20220110-0930_还原前.bzr', '台账_20220110-0930_导入前3.bzr', '台账_20220110-0930_手动2.bzr']) expect(writeBackupName(backup(name))).toBe(name)
    expect(backup('台账_20220110-0930_升级前2.bzr')).toEqual({ register: '台账', day: '2022-01-10', time: '0930', occasion: 'upgrade', number: 2 })
  })

  it('is told from every other file', () => {
    for (const name of ['台账.bzr', '台账_20220110-0930.bzr.part', '台账_20220110.bzr', '_20220110-0930.bzr', '台账_20220110-0930_副本.bzr']) expect(readBackupName(name)).toBeNull()
  })

  it('leaves the backups of 台账_青岛 out of those of 台账', () => {
    expect(backup('台账_青岛_20220110-0930.bzr').register).toBe('台账_青岛')
  })
})

describe('the rule of keeping', () => {
  const days = (backups: Iterable<BackupName>): string[] => [...backups].map(({ day }) => day).toSorted()

  it('keeps the newest of each of 7 days, 4 weeks and 12 months', () => {
    expect(days(backupsToKeep(daily(500)))).toEqual([
      '2021-04-30', '2021-05-31', '2021-06-30', '2021-07-31', '2021-08-31', '2021-09-30', '2021-10-31', '2021-11-30', '2021-12-31', '2022-01-31', '2022-02-28',
      '2022-03-13', '2022-03-20', '2022-03-25', '2022-03-26', '2022-03-27', '2022-03-28', '2022-03-29', '2022-03-30', '2022-03-31',
    ])
  })

  it('counts days on which there is a backup, so that a long holiday loses none', () => {
    const few = daily(400).filter((_, at) => at % 60 === 0)
    expect(backupsToKeep(few).size).toBe(few.length)
  })

  it('keeps the last backup of a day, and the newest five made for an occasion beside it', () => {
    const ofOneDay = ['0800', '0900', '1000'].map((time) => backup(`台账_20220331-${time}.bzr`))
    const before = [1, 2, 3, 4, 5, 6].map((number) => backup(`台账_20220331-0700_还原前${number}.bzr`))
    expect([...backupsToKeep([...ofOneDay, ...before])].map(writeBackupName).toSorted()).toEqual([
      '台账_20220331-0700_还原前2.bzr', '台账_20220331-0700_还原前3.bzr', '台账_20220331-0700_还原前4.bzr', '台账_20220331-0700_还原前5.bzr', '台账_20220331-0700_还原前6.bzr', '台账_20220331-1000.bzr',
    ])
  })

  it('keeps the newest five that somebody asked for, however many are made for other occasions', () => {
    const asked = ['0900', '0905', '0910', '0915', '0920', '0925'].map((time) => backup(`台账_20220331-${time}_手动.bzr`))
    const before = [1, 2, 3, 4, 5].map((number) => backup(`台账_20220331-0930_导入前${number}.bzr`))
    const kept = [...backupsToKeep([...asked, ...before])].map(writeBackupName)
    expect(kept.filter((name) => name.includes('手动')).toSorted()).toEqual(['0905', '0910', '0915', '0920', '0925'].map((time) => `台账_20220331-${time}_手动.bzr`))
    expect(kept.filter((name) => name.includes('导入前'))).toHaveLength(5)
    const own = backup('台账_20220331-0700.bzr')
    expect(backupsToKeep([own, ...asked]).has(own)).toBe(true)
  })
})
