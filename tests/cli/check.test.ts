import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { importSample } from '../support/registers/sampleImport'
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
})
