import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Attachment } from '../../../src/main/store/attachmentStore'
import { checkRegister } from '../../../src/main/store/checkRegister'
import { createStore } from '../../../src/main/store/sqlite/createStore'
import { aBatch, aChangeSet, anInsert, aPatent } from '../../support/changeSets'
import { lengthOf, recordFigure } from '../../support/longSuites'
import { tempRegister, type TempRegister } from '../../support/tempRegister'

/** Small deterministic generator (mulberry32), so that a failing flip can be found again. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

async function filledRegister(register: TempRegister): Promise<Buffer> {
  const store = register.open()
  const inserts = Array.from({ length: 300 }, (_, at) => anInsert('patent', aPatent({ applicationNumber: `2019${at}`, title: `一种装置${at}` }), at + 2))
  await store.apply(aChangeSet({ batch: aBatch(), inserts }))
  await store.apply(aChangeSet({ batch: aBatch(), evidence: inserts.map((_, at) => ({ kind: 'patent', id: at + 1, source: -1, row: at + 2, diff: at % 9 === 0 ? { title: '别名' } : null })) }))
  const files = Array.from({ length: 40 }, (_, at): Attachment => ({ sha256: at.toString(16).padStart(64, '0'), fileName: `证书${at}.pdf`, sizeBytes: at, type: 'pdf', note: '原件' }))
  await store.apply(aChangeSet({ attachments: files.map((file, at) => ({ kind: 'patent', id: at + 1, added: [file], removed: [] })) }))
  await store.close()
  return readFileSync(register.path)
}

/** All the answers a service can get; "unreadable" when the register refuses to give them. */
async function answersOf(path: string): Promise<string> {
  const opened = createStore(path, { mode: 'read' })
  if (!opened.ok) return opened.code
  const store = opened.value
  try {
    const records = await store.records.all('patent')
    const ids = records.map(({ id }) => id)
    return JSON.stringify([
      records, [...await store.evidence.ofRecords('patent', ids)], [...await store.evidence.sources()], await store.batches.list(), await store.sequence(), await store.attachments.all(),
    ])
  } catch {
    return 'unreadable'
  } finally {
    await store.close()
  }
}

async function isNoticed(path: string): Promise<boolean> {
  const report = await checkRegister(path)
  return !report.ok || report.value.problems.some(({ problem }) => problem !== 'original_missing' && problem !== 'attachment_missing')
}

describe('one flipped bit in the file', () => {
  it('is noticed by the check or changes no answer', async () => {
    using register = tempRegister()
    const whole = await filledRegister(register)
    const answers = await answersOf(register.path)
    expect(await isNoticed(register.path)).toBe(false)
    const random = randomOf(20260101)
    const silent: number[] = []
    const flips = lengthOf('ROT_FLIPS', 60)
    for (let flip = 0; flip < flips; flip++) {
      const rotten = Buffer.from(whole)
      const at = Math.floor(random() * rotten.length)
      rotten.writeUInt8(rotten.readUInt8(at) ^ (1 << Math.floor(random() * 8)), at)
      writeFileSync(register.path, rotten)
      if (!(await isNoticed(register.path)) && (await answersOf(register.path)) !== answers) silent.push(at)
    }
    expect(silent).toEqual([])
    recordFigure('flips', flips)
  })
})
