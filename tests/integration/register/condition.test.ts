import { readFileSync, truncateSync, statSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createActivity } from '../../../src/main/register/activity'
import type { StartInspection } from '../../../src/main/register/condition/inspectionMessages'
import { inspectHere } from '../../../src/main/register/condition/inspectionWorker'
import { createRegisterCondition, type RegisterCondition } from '../../../src/main/register/condition/registerCondition'
import { createOpenedRegister, type OpenedRegister } from '../../../src/main/register/opened/openedRegister'
import { inspectRegister } from '../../../src/main/store/inspectRegister'
import { aBatch, aChangeSet, anInsert, aPatent, aSettingsChange } from '../../support/registers/changeSets'
import { fail } from '../../../src/shared/domain/result'
import { inProcessWriter } from '../../support/registers/inProcessWriter'
import { tempRegister, type TempRegister } from '../../support/registers/tempRegister'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
let register: TempRegister
let opened: OpenedRegister
let clock: number

beforeEach(async () => {
  register = tempRegister()
  clock = new Date(2022, 0, 10, 9, 30).getTime()
  const store = register.open()
  const inserts = Array.from({ length: 900 }, (_, at) => anInsert('patent', aPatent({ applicationNumber: `2019${at}`, title: `一种装置${at}` }), at + 2))
  await store.apply(aChangeSet({ batch: aBatch(), inserts }))
  await store.close()
  opened = createOpenedRegister(vi.fn(), inProcessWriter)
})
afterEach(async () => {
  await opened.close()
  register[Symbol.dispose]()
})

/** One letter of the title of a record changed behind the register's back. */
function rot(title: string): void {
  const bytes = readFileSync(register.path)
  const place = bytes.indexOf(title)
  expect(place).toBeGreaterThan(0)
  bytes.writeUInt8(bytes.readUInt8(place + 2) ^ 1, place + 2)
  writeFileSync(register.path, bytes)
}

interface Options {
  start?: StartInspection
  backupAt?: number | null
  glanceAfterMs?: number
}

function conditionOf({ start = inspectHere, backupAt = null, glanceAfterMs = dayMs }: Options = {}) {
  const activity = createActivity(() => clock)
  const emit = vi.fn()
  const condition: RegisterCondition = createRegisterCondition({ register: opened, emit, start, activity, verifiedBackupAt: async () => backupAt, now: () => clock, glanceAfterMs })
  return { condition, activity, emit }
}

describe('a glance at a register', () => {
  it('finds nothing in a whole one, by whatever it is asked', () => {
    expect(inspectRegister(register.path, 'glance')).toEqual({ ok: true, value: null })
    expect(inspectRegister(register.path, 'full')).toEqual({ ok: true, value: null })
  })

  it('finds a tail that was cut, a first page that is gone and a changed letter of a record it looks at', () => {
    const whole = readFileSync(register.path)
    truncateSync(register.path, statSync(register.path).size - 3 * 8_192)
    expect(inspectRegister(register.path, 'glance')).toEqual({ ok: true, value: 'database_damaged' })
    writeFileSync(register.path, Buffer.from(whole).fill(0, 200, 8_192))
    expect(inspectRegister(register.path, 'glance')).toEqual({ ok: true, value: 'database_damaged' })
    writeFileSync(register.path, whole)
    rot('一种装置0')
    expect(inspectRegister(register.path, 'glance')).toEqual({ ok: true, value: 'record_changed' })
  })

  it('is taken after the register was opened; what it finds makes the register one that is only read', async () => {
    rot('一种装置0')
    const { condition, emit } = conditionOf({ glanceAfterMs: 0 })
    await opened.open(register.path, false)
    await vi.waitFor(() => expect(emit).toHaveBeenCalledWith('condition.changed', {}))
    expect(await condition.status()).toMatchObject({ ok: true, value: { problem: 'record_changed' } })
    expect(await opened.apply(aSettingsChange({ office_name: '市局' }))).toMatchObject({ ok: false, code: 'register_read_only' })
    expect(await opened.status()).toMatchObject({ counts: { patents: 900 } })
  })
})

describe('the full check of a register', () => {
  it('is made once a day, when nobody has asked for anything for five minutes, and remembers the day', async () => {
    const { condition, activity, emit } = conditionOf()
    await opened.open(register.path, false)
    const checks = (): number => emit.mock.calls.filter(([name]) => name === 'job.ended').length
    clock += 4 * minuteMs
    await condition.runIfIdle()
    expect(checks()).toBe(0)
    clock += minuteMs
    await condition.runIfIdle()
    expect(await condition.status()).toEqual({ ok: true, value: { checkedAt: clock, problem: null, isChecking: false } })
    activity.touch()
    clock += 10 * minuteMs
    await condition.runIfIdle()
    expect(checks()).toBe(1)
    const later = conditionOf()
    clock += 10 * minuteMs
    await later.condition.runIfIdle()
    expect(await later.condition.status()).toMatchObject({ value: { checkedAt: clock - 20 * minuteMs } })
    clock += dayMs
    await condition.runIfIdle()
    expect(checks()).toBe(2)
  })

  it('is not made on a day whose backup has been verified', async () => {
    const { condition, emit } = conditionOf({ backupAt: clock })
    await opened.open(register.path, false)
    clock += 10 * minuteMs
    await condition.runIfIdle()
    expect(emit).not.toHaveBeenCalled()
  })

  it('finds what no glance looks at, which makes the register one that is only read', async () => {
    const { condition } = conditionOf()
    rot('一种装置777')
    expect(inspectRegister(register.path, 'glance')).toEqual({ ok: true, value: null })
    await opened.open(register.path, false)
    expect(await condition.run()).toMatchObject({ ok: true, value: { problem: 'record_changed' } })
    expect(opened.damage()).toBe('record_changed')
  })

  /** An inspection that takes as long as it is let. */
  function slowInspection() {
    const stopped = vi.fn()
    const start: StartInspection = () => {
      const end = Promise.withResolvers<ReturnType<typeof inspectRegister>>()
      return { found: end.promise, stop: async () => { stopped(); end.resolve(fail('job_interrupted')) } }
    }
    return { start, stopped }
  }

  it('gives way to whoever comes back, and is begun again when they are gone', async () => {
    const { start, stopped } = slowInspection()
    const { condition, activity, emit } = conditionOf({ start })
    await opened.open(register.path, false)
    clock += 5 * minuteMs
    const running = condition.runIfIdle()
    await vi.waitFor(() => expect(emit).toHaveBeenCalledWith('job.progress', expect.objectContaining({ name: 'job.check' })))
    activity.touch()
    await running
    expect(stopped).toHaveBeenCalledOnce()
    expect(emit).toHaveBeenCalledWith('job.ended', { jobId: 'check', name: 'job.check', cancel: { call: 'condition.cancel', input: {} }, code: 'job_cancelled' })
    clock += 5 * minuteMs
    const again = condition.runIfIdle()
    await vi.waitFor(async () => expect(await condition.status()).toMatchObject({ value: { isChecking: true } }))
    condition.cancel()
    await again
    clock += 5 * minuteMs
    await condition.runIfIdle()
    expect(await condition.status()).toEqual({ ok: true, value: { checkedAt: null, problem: null, isChecking: false } })
  })

  it('has let go of the register before anything takes its place', async () => {
    const { start, stopped } = slowInspection()
    const { condition } = conditionOf({ start })
    await opened.open(register.path, false)
    const running = condition.run()
    await vi.waitFor(async () => expect(await condition.status()).toMatchObject({ value: { isChecking: true } }))
    await opened.whileClosed(async () => {
      expect(stopped).toHaveBeenCalledOnce()
      return { ok: true, value: null }
    })
    expect(await running).toMatchObject({ ok: false, code: 'job_cancelled' })
  })
})

describe('a register that cannot be opened', () => {
  it('is named with the reason until one is open', async () => {
    const whole = readFileSync(register.path)
    writeFileSync(register.path, Buffer.from(whole).fill(0, 200, 8_192))
    expect(await opened.open(register.path, false)).toMatchObject({ ok: false, code: 'register_damaged' })
    expect(await opened.status()).toMatchObject({ file: null, unopened: { file: register.path, code: 'register_damaged' } })
    writeFileSync(register.path, whole)
    expect(await opened.open(register.path, false)).toMatchObject({ ok: true, value: { unopened: null } })
  })
})
