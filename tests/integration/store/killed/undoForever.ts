import { undoBatch } from '../../../../src/main/register/evidence/undoBatch'
import { createStore } from '../../../../src/main/store/sqlite/createStore'
import { aBatch, aChangeSet, anInsert, aPatent } from '../../../support/registers/changeSets'

/** A program that imports a batch and takes it back, again and again, in the register named on its command line until it is killed. */
const opened = createStore(process.argv[2] ?? '', { mode: 'write' })
if (!opened.ok) throw new Error(opened.code)
const store = opened.value
const recordsOfBatch = Number(process.argv[3])

for (;;) {
  const inserts = Array.from({ length: recordsOfBatch }, (_, at) => anInsert('patent', aPatent({ applicationNumber: `2019${at}` }), at + 2))
  const applied = await store.apply(aChangeSet({ batch: aBatch(), inserts }))
  if (!applied.ok || applied.value.batch === null) throw new Error('no batch')
  process.stdout.write(`${applied.value.sequence}\n`)
  const undone = await undoBatch(store, applied.value.batch, { at: 1_700_000_000_000, operator: '王芳' })
  if (!undone.ok) throw new Error(undone.code)
  process.stdout.write(`${await store.sequence()}\n`)
}
