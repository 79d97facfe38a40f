import { createHash } from 'node:crypto'
import type { Attachment } from '../../../src/main/store/attachmentStore'
import { checkRegister } from '../../../src/main/store/checkRegister'
import { createStore } from '../../../src/main/store/sqlite/createStore'
import { aBatch, aChangeSet, anInsert, aPatent } from '../registers/changeSets'
import type { TempRegister } from '../registers/tempRegister'

/** A register of 300 patents with evidence and attachments, closed again. */
export async function fillRegister(register: TempRegister): Promise<void> {
  const store = register.open()
  const inserts = Array.from({ length: 300 }, (_, at) => anInsert('patent', aPatent({ applicationNumber: `2019${at}`, title: `一种装置${at}` }), at + 2))
  await store.apply(aChangeSet({ batch: aBatch(), inserts }))
  await store.apply(aChangeSet({ batch: aBatch(), evidence: inserts.map((_, at) => ({ kind: 'patent', id: at + 1, source: -1, row: at + 2, diff: at % 9 === 0 ? { title: '别名' } : null })) }))
  const files = Array.from({ length: 40 }, (_, at): Attachment => ({ sha256: at.toString(16).padStart(64, '0'), fileName: `证书${at}.pdf`, sizeBytes: at, type: 'pdf', note: '原件' }))
  await store.apply(aChangeSet({ attachments: files.map((file, at) => ({ kind: 'patent', id: at + 1, added: [file], removed: [] })) }))
  await store.close()
}

/** A digest of all the answers a service can get; the code or "unreadable" when the register refuses to give them. */
export async function answersOf(path: string): Promise<string> {
  const opened = createStore(path, { mode: 'read' })
  if (!opened.ok) return opened.code
  const store = opened.value
  try {
    const records = await store.records.all('patent')
    const ids = records.map(({ id }) => id)
    return createHash('sha256').update(JSON.stringify([
      records, [...await store.evidence.ofRecords('patent', ids)], [...await store.evidence.sources()], await store.batches.list(), await store.sequence(), await store.attachments.all(),
    ])).digest('hex')
  } catch {
    return 'unreadable'
  } finally {
    await store.close()
  }
}

/** Whether the check finds anything wrong with what the register itself says; files beside it may be missing. */
export async function isNoticed(path: string): Promise<boolean> {
  const report = await checkRegister(path)
  return !report.ok || report.value.problems.some(({ problem }) => problem !== 'original_missing' && problem !== 'attachment_missing')
}
