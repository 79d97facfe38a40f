import { undoBatch } from '../../../../src/main/register/evidence/undoBatch'
import { createStore } from '../../../../src/main/store/sqlite/createStore'
import { packPortion } from '../../../../src/main/store/sqlite/records/portion'
import type { ChangePart } from '../../../../src/main/store/changeSet'
import { aBatch, aChangeSet, anInsert, aPatent } from '../../../support/registers/changeSets'

/** A program that takes a batch back and lets it count again, portion by portion, in the register named on its command line until it is killed. */
const opened = createStore(process.argv[2] ?? '', { mode: 'write' })
if (!opened.ok) throw new Error(opened.code)
const store = opened.value
const recordsOfBatch = Number(process.argv[3])
const inserts = Array.from({ length: recordsOfBatch }, (_, at) => anInsert('patent', aPatent({ applicationNumber: `2019${at}` }), at + 2))

const applied = await store.apply(aChangeSet({ batch: aBatch(), inserts }))
if (!applied.ok || applied.value.batch === null) throw new Error('no batch')
const batch = applied.value.batch
const firstId = applied.value.firstIds.patent ?? 0
const [source] = await store.evidence.sourcesOfBatch(batch)
const portionOf = (from: number, to: number): ChangePart => ({
  portion: {
    ...packPortion(inserts.slice(from, to).map((insert) => ({ ...insert, evidence: insert.evidence.map((row) => ({ ...row, source: source?.id ?? 0 })) }))),
    ids: Int32Array.from({ length: to - from }, (_, at) => firstId + from + at),
  },
})
process.stdout.write(`${applied.value.sequence}\n`)

for (;;) {
  const undone = await undoBatch(store, batch, { at: 1_700_000_000_000, operator: '王芳' })
  if (!undone.ok) throw new Error(undone.code)
  process.stdout.write(`${await store.sequence()}\n`)
  const half = Math.floor(recordsOfBatch / 2)
  const parts: ChangePart[] = [portionOf(half, recordsOfBatch), portionOf(0, half), { rest: aChangeSet({ kind: 'redo_batch', redoes: batch }) }]
  const redone = store.applyParts(() => parts.shift() ?? null)
  if (!redone.ok) throw new Error(redone.code)
  process.stdout.write(`${redone.value.sequence}\n`)
}
