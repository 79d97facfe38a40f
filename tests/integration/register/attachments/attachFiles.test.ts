import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { attachFiles, detachFile, noteAttachment } from '../../../../src/main/register/attachments/attachFiles'
import { undoBatch } from '../../../../src/main/register/evidence/undoBatch'
import { deleteRecord } from '../../../../src/main/register/records/edit/deleteRecord'
import { recordHistory } from '../../../../src/main/register/records/shown/recordHistory'
import type { RecordChange, RecordServices } from '../../../../src/main/register/records/recordServices'
import { restoreRecord } from '../../../../src/main/register/records/edit/restoreRecord'
import { undoChange } from '../../../../src/main/register/records/edit/undoChange'
import { checkRegister } from '../../../../src/main/store/checkRegister'
import { createFileStore, filesFolderOf, type FileStore } from '../../../../src/main/store/fileStore'
import type { Result } from '../../../../src/shared/domain/result'
import { aBatch, aChangeSet, anInsert, aPatent, aSource } from '../../../support/registers/changeSets'
import { aFile, aPdf, documents } from '../../../support/workbooks/documents'
import { recordServicesOver, valuesOf, wholeRecord } from '../../../support/registers/recordServices'
import { tempRegister, type TempRegister } from '../../../support/registers/tempRegister'
import { valueOf } from '../../../support/valueOf'

let register: TempRegister
let services: RecordServices
let files: FileStore
let certificate: string
let photo: string

beforeEach(async () => {
  register = tempRegister()
  const store = register.open()
  services = recordServicesOver(store)
  files = createFileStore(register.path)
  const states = ['applicationNumber', 'type', 'title', 'parties', 'filedOn', 'grantedOn', 'ownerType', 'ipc', 'strategic']
  await store.apply(aChangeSet({ batch: aBatch({ sources: [aSource({ states })] }), inserts: [anInsert('patent', aPatent()), anInsert('patent', aPatent({ applicationNumber: '201910123457X' }), 3)] }))
  certificate = aFile(register.folder, '发明专利证书.pdf', aPdf())
  photo = aFile(register.folder, '现场.jpeg', documents['jpg'] ?? Buffer.alloc(0))
})
afterEach(() => register[Symbol.dispose]())

async function done(result: Promise<Result<RecordChange>>): Promise<RecordChange> {
  return valueOf(await result)
}

async function attach(paths: string[], id = 1): Promise<RecordChange> {
  const attached = valueOf(await attachFiles(services, files, 'patent', id, paths))
  return attached.change
}

const names = async (id = 1): Promise<string[]> => (await services.store.attachments.ofRecord('patent', id)).map(({ fileName }) => fileName)
const keptFiles = (): string[] => readdirSync(filesFolderOf(register.path), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name)

async function problems(): Promise<unknown> {
  const report = await checkRegister(register.path)
  return report.ok && report.value.problems.filter(({ problem }) => problem !== 'original_missing')
}

describe('attaching files', () => {
  it('keeps copies by content, with who and when, as one change', async () => {
    const change = await attach([certificate, photo])
    expect(change).toMatchObject({ what: 'attached', key: '201910123456X', field: '发明专利证书.pdf、现场.jpeg' })
    rmSync(certificate)
    expect(await services.store.attachments.ofRecord('patent', 1)).toMatchObject([
      { fileName: '发明专利证书.pdf', type: 'pdf', sizeBytes: aPdf().length, operator: '王芳', addedIn: change.sequence }, { fileName: '现场.jpeg', type: 'jpg' },
    ])
    expect(await problems()).toEqual([])
  })

  it('stores one copy of the same file on two records, and changes nothing where the record has it', async () => {
    const other = aFile(register.folder, '另一个名字.pdf', aPdf())
    await attach([certificate])
    await attach([other], 2)
    expect(keptFiles()).toHaveLength(1)
    expect(await attach([other])).toMatchObject({ sequence: null })
    expect([await names(1), await names(2)]).toEqual([['发明专利证书.pdf'], ['另一个名字.pdf']])
  })

  it('leaves out what is no document and says which; with nothing else left it refuses', async () => {
    const script = aFile(register.folder, '证书.pdf.bat', Buffer.from('@echo off'))
    expect(await attachFiles(services, files, 'patent', 1, [script, certificate])).toMatchObject({ ok: true, value: { change: { field: '发明专利证书.pdf' }, refused: [{ code: 'attachment_refused', details: { what: 'script', path: script } }] } })
    const before = await services.store.sequence()
    expect(await attachFiles(services, files, 'patent', 1, [script])).toMatchObject({ ok: false, code: 'attachment_refused' })
    expect(await attachFiles(services, files, 'patent', 9, [photo])).toMatchObject({ ok: false, code: 'unknown_record' })
    expect(await services.store.sequence()).toBe(before)
    expect(keptFiles()).toHaveLength(1)
  })

  it('can be cancelled between two files; nothing of it is attached', async () => {
    const cancel = new AbortController()
    const done: number[] = []
    expect(await attachFiles(services, files, 'patent', 1, [certificate, photo], '', { signal: cancel.signal, onProgress: (count) => { done.push(count); cancel.abort() } })).toMatchObject({ code: 'job_cancelled' })
    expect([done, await names()]).toEqual([[0], []])
  })

  it('is refused when somebody else has just attached the same file', async () => {
    const seen = services.store.attachments.ofRecord('patent', 1)
    await attach([certificate])
    const late = { ...services, store: { ...services.store, attachments: { ...services.store.attachments, ofRecord: () => seen } } }
    expect(await attachFiles(late, files, 'patent', 1, [certificate])).toMatchObject({ code: 'register_changed' })
    expect(await deleteRecord(late, 'patent', 1)).toMatchObject({ code: 'register_changed' })
    expect(await names()).toEqual(['发明专利证书.pdf'])
  })
})

describe('undo and redo of attachments', () => {
  it('go back and forward over adding, noting and removing, and keep who added a file', async () => {
    const start = await wholeRecord(services, 'patent', 1)
    const added = await attach([certificate])
    const [file] = await services.store.attachments.ofRecord('patent', 1)
    const noted = await done(noteAttachment(services, 'patent', 1, file?.sha256 ?? '', '原件在档案室'))
    const whole = await wholeRecord(services, 'patent', 1)
    const removed = await done(detachFile(services, 'patent', 1, file?.sha256 ?? ''))
    expect(await names()).toEqual([])
    const back = await done(undoChange(services, removed.sequence ?? 0))
    expect(await wholeRecord(services, 'patent', 1)).toEqual(whole)
    expect(await services.store.attachments.ofRecord('patent', 1)).toMatchObject([{ note: '原件在档案室', addedIn: added.sequence }])
    const redone = await done(undoChange(services, back.sequence ?? 0))
    expect(await names()).toEqual([])
    await done(undoChange(services, redone.sequence ?? 0))
    await done(undoChange(services, noted.sequence ?? 0))
    expect(await services.store.attachments.ofRecord('patent', 1)).toMatchObject([{ note: '' }])
    await done(undoChange(services, added.sequence ?? 0))
    expect(await wholeRecord(services, 'patent', 1)).toEqual(start)
    expect(await problems()).toEqual([])
  })

  it('take back one file and leave another that came later', async () => {
    const first = await attach([certificate])
    await attach([photo])
    await done(undoChange(services, first.sequence ?? 0))
    expect(await names()).toEqual(['现场.jpeg'])
    expect(await undoChange(services, first.sequence ?? 0)).toMatchObject({ code: 'register_changed' })
  })

  it('are told in the history of the record', async () => {
    const added = await attach([certificate])
    await done(undoChange(services, added.sequence ?? 0))
    const history = await recordHistory({ store: services.store, history: services.history }, 'patent', 1, services.reading.words)
    expect(history.ok && history.value.map(({ attachments }) => attachments)).toEqual([
      { added: [], removed: ['发明专利证书.pdf'], noted: [] }, { added: ['发明专利证书.pdf'], removed: [], noted: [] }, { added: [], removed: [], noted: [] },
    ])
  })
})

describe('a record with attachments', () => {
  it('takes them into the recycle bin and brings them back', async () => {
    await attach([certificate, photo])
    const whole = await wholeRecord(services, 'patent', 1)
    const deleted = await done(deleteRecord(services, 'patent', 1))
    expect(await services.store.attachments.all()).toEqual([])
    await done(restoreRecord(services, 'patent', 1))
    expect(await wholeRecord(services, 'patent', 1)).toEqual(whole)
    await done(deleteRecord(services, 'patent', 1))
    await done(undoChange(services, await services.store.sequence()))
    expect(await wholeRecord(services, 'patent', 1)).toEqual(whole)
    expect(deleted.what).toBe('deleted')
    expect(await problems()).toEqual([])
  })

  it('stays with its number when the file it came from is undone', async () => {
    await attach([certificate])
    expect(await undoBatch(services.store, 1, { at: 1, operator: '李强' })).toMatchObject({ ok: true, value: { kept: [{ key: '201910123456X', why: 'attachment' }], records: { removed: 1, kept: 1 } } })
    expect(await valuesOf(services, 'patent', 1)).toEqual({ applicationNumber: '201910123456X', type: 'invention' })
    expect(await names()).toEqual(['发明专利证书.pdf'])
    expect(await problems()).toEqual([])
  })
})

describe('the check of a register', () => {
  it('names the record whose attachment is missing or altered', async () => {
    await attach([certificate, photo])
    await attach([certificate], 2)
    const [first, second] = (await services.store.attachments.ofRecord('patent', 1)).map(({ sha256 }) => join(filesFolderOf(register.path), sha256.slice(0, 2), sha256))
    rmSync(first ?? '')
    writeFileSync(second ?? '', 'altered')
    expect(await problems()).toEqual([
      { problem: 'attachment_missing', kind: 'patent', id: 1, key: '201910123456X', detail: '发明专利证书.pdf' },
      { problem: 'attachment_altered', kind: 'patent', id: 1, key: '201910123456X', detail: '现场.jpeg' },
      { problem: 'attachment_missing', kind: 'patent', id: 2, key: '201910123457X', detail: '发明专利证书.pdf' },
    ])
  })
})
