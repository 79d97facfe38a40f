import { kindDefinitions } from '../../../src/shared/domain/catalogue/fields'
import type { RegisterStore } from '../../../src/main/store/registerStore'
import { aBatch, aChangeSet, anInsert, aSource } from './changeSets'
import { randomRegister } from './randomRecords'

/** Writes random records of every kind, a batch for each; the same ones for a seed. */
export async function fillRandomly(store: Pick<RegisterStore, 'apply'>, seed: number, size: number): Promise<void> {
  for (const { kind, records } of randomRegister(seed, size)) {
    const states = kindDefinitions[kind].fields.map(({ name }) => name)
    const written = await store.apply(aChangeSet({ batch: aBatch({ sources: [aSource({ kind, states })] }), inserts: records.map((values, index) => anInsert(kind, values, index + 2)) }))
    if (!written.ok) throw new Error(`${kind}: ${written.code}`)
  }
}
