import { expect, it } from 'vitest'
import { previewUndo } from '../../../../src/main/register/import/session/batchDesk'
import { aBatch, aChangeSet, anInsert, aPatent } from '../../../support/registers/changeSets'
import { tempRegister } from '../../../support/registers/tempRegister'

it('an undo is previewed with what the records are called, not by their numbers alone', async () => {
  using register = tempRegister()
  const store = register.open()
  await store.apply(aChangeSet({ batch: aBatch(), inserts: [anInsert('patent', aPatent())] }))
  const preview = await previewUndo(store, 1, { at: 1_700_000_000_000, operator: '王芳' })
  expect(preview).toMatchObject({ ok: true, value: { removed: 1, removedKeys: [{ kind: 'patent', key: '201910123456X', title: '一种电梯制动装置' }] } })
})
