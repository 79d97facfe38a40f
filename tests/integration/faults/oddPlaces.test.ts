import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { createStore } from '../../../src/main/store/sqlite/createStore'
import { jsonHere, readyParsers } from '../../support/faults/cliHere'
import { tempRegister } from '../../support/registers/tempRegister'
import { valueOf } from '../../support/valueOf'

beforeAll(readyParsers)

const refusedWith = (code: string, message?: RegExp) => ({ code: 1, answer: { error: { code, ...(message === undefined ? {} : { message: expect.stringMatching(message) as string }) } } })

/** A register on a medium, a link to it on the desk, and a list with one standard. */
async function linked(folder: string) {
  const medium = join(folder, '优盘')
  const [register, link, list] = [join(medium, '台账.bzr'), join(folder, '桌面.bzr'), join(folder, '标准.csv')]
  mkdirSync(medium)
  symlinkSync(register, link)
  writeFileSync(list, '标准编号,标准名称\nGB/T 41701-2021,产品规范\n')
  expect(await jsonHere(['import', list, '--register', register])).toMatchObject({ code: 0 })
  return { medium, register, link, list }
}

describe.skipIf(process.platform === 'win32')('a link to a register', () => {
  it('is the register itself: one lock, and its attachments beside it', async () => {
    using folder = tempRegister()
    const { register, link } = await linked(folder.folder)
    const pdf = join(folder.folder, '通知.pdf')
    writeFileSync(pdf, '%PDF-1.4\n')
    expect(await jsonHere(['attach', 'standards', 'GB/T 41701-2021', pdf, '--register', link])).toMatchObject({ code: 0 })
    expect(await jsonHere(['check', '--register', register])).toMatchObject({ code: 0, answer: { ok: true, problems: [] } })
    expect(readdirSync(folder.folder).filter((name) => name.startsWith('桌面'))).toEqual(['桌面.bzr'])
    const writer = valueOf(createStore(register, { mode: 'write' }))
    expect(await jsonHere(['set', 'standards', 'GB/T 41701-2021', 'title=甲', '--register', link])).toMatchObject(refusedWith('register_in_use'))
    await writer.close()
  })

  it('whose medium is away is refused and stays a link, where an empty register would take its place', async () => {
    using folder = tempRegister()
    const { medium, link } = await linked(folder.folder)
    renameSync(medium, `${medium}-取下`)
    expect(await jsonHere(['list', 'standards', '--register', link])).toMatchObject(refusedWith('file_not_found', /桌面\.bzr/u))
    expect([lstatSync(link).isSymbolicLink(), existsSync(medium)]).toEqual([true, false])
    renameSync(`${medium}-取下`, medium)
    expect(await jsonHere(['list', 'standards', '--register', link])).toMatchObject({ code: 0, answer: { total: 1 } })
  })
})

describe.skipIf(process.platform === 'win32')('what is no file', () => {
  it('is refused at once in words, whatever is asked of it', async () => {
    using folder = tempRegister()
    const { register } = await linked(folder.folder)
    const [pipe, circle] = [join(folder.folder, '管道.pdf'), join(folder.folder, '圈.pdf')]
    expect(spawnSync('mkfifo', [pipe]).status).toBe(0)
    symlinkSync(circle, circle)
    const on = ['--register', register]
    for (const path of [pipe, '/dev/zero']) {
      expect(await jsonHere(['import', path, ...on])).toMatchObject(refusedWith('file_not_readable', /管道或设备/u))
      expect(await jsonHere(['salvage', path, '--out', join(folder.folder, '救出.bzr')])).toMatchObject(refusedWith('file_not_readable'))
      expect(await jsonHere(['list', 'standards', '--register', path])).toMatchObject(refusedWith('register_damaged'))
    }
    for (const path of [pipe, '/dev/zero', circle]) {
      expect(await jsonHere(['attach', 'standards', 'GB/T 41701-2021', path, ...on])).toMatchObject(refusedWith('file_not_readable'))
      expect(await jsonHere(['fill', path, '--period', '2021', '--out', join(folder.folder, '填.xlsx'), ...on])).toMatchObject(refusedWith('file_not_readable'))
    }
    expect(await jsonHere(['import', circle, ...on])).toMatchObject(refusedWith('file_not_readable'))
    expect(await jsonHere(['restore-backup', pipe, ...on])).toMatchObject(refusedWith('register_damaged'))
  })
})
