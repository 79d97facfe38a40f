import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BridgeEvents, EventName, JobProgress } from '../../../src/shared/bridge/events'
import type { RegisterHandlers } from '../../../src/shared/bridge/contract'
import { createHandlers } from '../../../src/main/register/handlers'
import { createOpenedRegister } from '../../../src/main/register/opened/openedRegister'
import { aBatch, aChangeSet, anInsert, aPatent } from '../../support/registers/changeSets'
import { inProcessWriter } from '../../support/registers/inProcessWriter'
import { tempRegister } from '../../support/registers/tempRegister'

const register = tempRegister()
const rows = 6_000
let told: JobProgress[] = []
let ended: string[] = []
/** What happens when the export tells how far it is. */
let onTold: (progress: JobProgress) => void = () => undefined

function emit<K extends EventName>(name: K, payload: BridgeEvents[K]): void {
  if (name === 'job.progress') {
    told.push(payload as JobProgress)
    onTold(payload as JobProgress)
  }
  if (name === 'job.ended') ended.push((payload as BridgeEvents['job.ended']).jobId)
}

const opened = createOpenedRegister(emit, inProcessWriter)
const handlers: RegisterHandlers = createHandlers({ version: '0.1.0', register: opened, today: () => '2022-01-17', emit })
const everything = { kind: 'patents' as const, search: '', filters: [], sort: [] }

beforeAll(async () => {
  const store = register.open()
  const inserts = Array.from({ length: rows }, (_, at) => anInsert('patent', aPatent({ applicationNumber: `2019101${String(at).padStart(5, '0')}0` }), at + 2))
  expect(await store.apply(aChangeSet({ batch: aBatch(), inserts }))).toMatchObject({ ok: true })
  await store.close()
  expect(await opened.open(register.path, false)).toMatchObject({ ok: true })
})
beforeEach(() => {
  told = []
  ended = []
  onTold = () => undefined
})
afterAll(async () => {
  await opened.close()
  register[Symbol.dispose]()
})

describe('an export of a list', () => {
  it('is a job with the file’s name, its rate and what remains', async () => {
    const file = join(register.folder, '专利.xlsx')
    expect(await handlers['lists.export']({ query: everything, file })).toMatchObject({ ok: true, value: { rows } })
    expect(told[0]).toMatchObject({ jobId: 'job:1', name: 'job.export', subject: '专利.xlsx', total: rows })
    expect(told[0]?.rowsPerSecond).toBeGreaterThan(0)
    expect(told[0]?.remainingMs).toBeGreaterThanOrEqual(0)
    expect(ended).toEqual(['job:1'])
  })

  it.each(['xlsx', 'csv'])('can be given up while it is written as .%s, and leaves nothing half done', async (format) => {
    onTold = ({ cancel }) => { if (cancel?.call === 'jobs.cancel') void handlers['jobs.cancel'](cancel.input) }
    const file = join(register.folder, `取消.${format}`)
    expect(await handlers['lists.export']({ query: everything, file })).toMatchObject({ ok: false, code: 'job_cancelled' })
    expect(existsSync(file)).toBe(false)
    expect(readdirSync(register.folder).filter((name) => name.endsWith('.part'))).toEqual([])
    expect(ended).toHaveLength(1)
  })

  it('forgets the job where the file cannot be written', async () => {
    expect(await handlers['lists.export']({ query: everything, file: join(register.folder, '没有', '专利.xlsx') })).toMatchObject({ ok: false, code: 'file_not_writable' })
    expect(ended).toHaveLength(1)
    expect(await handlers['jobs.cancel']({ job: 99 })).toMatchObject({ ok: true })
  })
})

describe('the renaming of a tag', () => {
  it('is given up by the call that its job names, and no record has the new name', async () => {
    const list = await handlers['lists.open'](everything)
    const { sequence } = await opened.status()
    expect(list.ok && await handlers['records.applyBlock']({ kind: 'patents', handle: list.value.handle, from: 0, to: rows, of: 'fields', fields: ['tags'], how: 'add', texts: [['待核']], sequence })).toMatchObject({ ok: true })
    onTold = ({ cancel }) => { if (cancel?.call === 'jobs.cancel') void handlers['jobs.cancel'](cancel.input) }
    expect(await handlers['tags.retag']({ tag: '待核', to: '已核' })).toMatchObject({ ok: false, code: 'job_cancelled' })
    expect(await handlers['tags.list']({})).toMatchObject({ value: { tags: [{ tag: '待核' }] } })
    expect(ended).toHaveLength(2)
  })
})
