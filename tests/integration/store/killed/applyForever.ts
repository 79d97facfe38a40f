import { createStore } from '../../../../src/main/store/sqlite/createStore'
import { aBatch, aChangeSet, anInsert, aPatent } from '../../../support/registers/changeSets'

/** A program that imports batch after batch into the register named on its command line until it is killed. */
const opened = createStore(process.argv[2] ?? '', { mode: 'write' })
if (!opened.ok) throw new Error(opened.code)
const recordsOfBatch = Number(process.argv[3])

for (;;) {
  const sequence = await opened.value.sequence()
  const inserts = Array.from({ length: recordsOfBatch }, (_, at) => anInsert('patent', aPatent({ applicationNumber: `${sequence}-${at}` }), at + 2))
  const applied = await opened.value.apply(aChangeSet({ batch: aBatch(), inserts }))
  if (!applied.ok) throw new Error(applied.code)
  process.stdout.write(`${applied.value.sequence}\n`)
}
