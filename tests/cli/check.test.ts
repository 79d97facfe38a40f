import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { filesFolderOf } from '../../src/main/store/fileStore'
import { releasedRegisters, unpackReleased } from '../support/registers/releasedRegisters'
import { importSample, samplesFolder } from '../support/registers/sampleImport'
import { runCli, runJson } from '../support/runCli'
import { tempRegister, type TempRegister } from '../support/registers/tempRegister'

async function withUnits(register: TempRegister): Promise<void> {
  const store = register.open()
  expect(await importSample(store, '01_单位名录_2021.xlsx')).toMatchObject({ ok: true })
  await store.close()
}

describe('check', () => {
  it('finds nothing wrong with a new register', async () => {
    using register = tempRegister()
    expect(await runJson(['check', '--register', register.path])).toMatchObject({ code: 0, answer: { ok: true, problems: [] } })
  })

  it('names the record that somebody changed behind the register’s back, and the original that is missing', async () => {
    using register = tempRegister()
    await withUnits(register)
    const db = new Database(register.path)
    db.prepare("UPDATE unit SET district = '370285' WHERE id = 7").run()
    db.close()
    const { code, answer } = await runJson(['check', '--register', register.path])
    expect(code).toBe(0)
    const { ok, problems } = answer as { ok: boolean; problems: object[] }
    expect(ok).toBe(false)
    expect(problems).toContainEqual(expect.objectContaining({ problem: 'record_changed', kind: 'unit', id: 7 }))
    expect((await runCli(['check', '--register', register.path])).stdout).toContain('记录与校验值不符')
  })

  it('finds the originals of a backup beside the name of its register, and the one that is missing there', async () => {
    using register = tempRegister()
    const importing = await runJson(['import', join(samplesFolder, '01_单位名录_2021.xlsx'), '--register', register.path])
    expect(importing.code).toBe(0)
    const { answer } = await runJson(['backup', '--to', join(register.folder, '备份'), '--register', register.path])
    const { file } = answer as { file: string }
    expect(await runJson(['check', '--register', file])).toMatchObject({ code: 0, answer: { ok: true, problems: [] } })
    rmSync(filesFolderOf(join(register.folder, '备份', basename(register.path))), { recursive: true })
    expect(await runJson(['check', '--register', file])).toMatchObject({ code: 0, answer: { problems: [{ problem: 'original_missing', batch: 1 }] } })
  })

  it('leaves a backup in the form that an earlier program gave it', async () => {
    using register = tempRegister()
    const backup = join(register.folder, '台账_20220110-0930.bzr')
    renameSync(unpackReleased(releasedRegisters[0] ?? '', register.folder), backup)
    const before = [readFileSync(backup), readdirSync(register.folder)]
    const { code, answer } = await runJson(['check', '--register', backup])
    expect(code).toBe(0)
    expect((answer as { problems: { problem: string }[] }).problems.filter(({ problem }) => !problem.endsWith('_missing'))).toEqual([])
    expect([readFileSync(backup), readdirSync(register.folder)]).toEqual(before)
  })
})
