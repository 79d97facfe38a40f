import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { attachFiles, detachFile } from '../../../../src/main/register/attachments/attachFiles'
import { copyName, copyNames, handOut } from '../../../../src/main/register/attachments/handedOut'
import { removeUnfinished, tidyFiles } from '../../../../src/main/register/attachments/tidyFiles'
import { makeBackup } from '../../../../src/main/register/backup/makeBackup'
import { restoreBackup } from '../../../../src/main/register/backup/restore/restoreBackup'
import { countProblems } from '../../../../src/main/register/doctor/problems'
import { problemSourcesOf } from '../../../../src/main/register/doctor/problemSources'
import { problemRows } from '../../../../src/main/register/doctor/worklist'
import type { ListQuery } from '../../../../src/main/register/lists/listQuery'
import { openSession, type RegisterSession } from '../../../../src/main/register/opened/session'
import type { RecordServices } from '../../../../src/main/register/records/recordServices'
import { checkRegister } from '../../../../src/main/store/checkRegister'
import { createFileStore, filesFolderOf } from '../../../../src/main/store/fileStore'
import { listField } from '../../../../src/shared/domain/catalogue/listFields'
import { aBatch, aChangeSet, anInsert, aPatent } from '../../../support/registers/changeSets'
import { aFile, aPdf, documents } from '../../../support/workbooks/documents'
import { recordServicesOver } from '../../../support/registers/recordServices'
import { tempRegister, type TempRegister } from '../../../support/registers/tempRegister'
import { valueOf } from '../../../support/valueOf'

let register: TempRegister
let services: RecordServices
let session: RegisterSession

beforeEach(async () => {
  register = tempRegister()
  const store = register.open()
  services = recordServicesOver(store)
  await store.apply(aChangeSet({ batch: aBatch(), inserts: [anInsert('patent', aPatent())] }))
  session = valueOf(openSession(register.path))
})
afterEach(async () => {
  await session.close()
  register[Symbol.dispose]()
})

const sha256Of = (content: Buffer): string => createHash('sha256').update(content).digest('hex')

/** Where content lies, made smaller or not. */
function placeOf(content: Buffer, registerPath = register.path): string {
  const plain = join(filesFolderOf(registerPath), sha256Of(content).slice(0, 2), sha256Of(content))
  return existsSync(plain) ? plain : `${plain}.deflate`
}

async function attach(name: string, content: Buffer): Promise<void> {
  const attached = await attachFiles(services, session.files, 'patent', 1, [aFile(register.folder, name, content)])
  expect(attached).toMatchObject({ ok: true })
}

async function problemsOf(path: string): Promise<string[]> {
  const report = await checkRegister(path)
  return report.ok ? report.value.problems.map(({ problem }) => problem).filter((problem) => problem !== 'original_missing') : [report.code]
}

describe('a backup', () => {
  const backup = (): string => join(register.folder, '备份', '台账_20220110-0930.bzr')

  it('has the attachments, and restoring brings them back', async () => {
    await attach('证书.pdf', aPdf())
    expect(await makeBackup(register.path, backup())).toMatchObject({ ok: true, value: { missingAttachments: 0 } })
    const target = join(register.folder, '新', '还原.bzr')
    expect(await restoreBackup(backup(), target)).toMatchObject({ ok: true, value: { missingAttachments: 0 } })
    expect(readFileSync(placeOf(aPdf(), target)).equals(aPdf())).toBe(true)
    expect(await problemsOf(target)).toEqual([])
  })

  it('says how many it lacks, takes no damaged file, and loses no whole one to it', async () => {
    await attach('证书.pdf', aPdf())
    await attach('照片.jpg', documents['jpg'] ?? Buffer.alloc(0))
    await makeBackup(register.path, backup())
    await attach('扫描.tif', documents['tif'] ?? Buffer.alloc(0))
    writeFileSync(placeOf(aPdf()), 'cut')
    writeFileSync(placeOf(documents['tif'] ?? Buffer.alloc(0)), 'altered')
    expect(await makeBackup(register.path, backup())).toMatchObject({ ok: true, value: { missingAttachments: 1 } })
    const target = join(register.folder, '还原.bzr')
    expect(await restoreBackup(backup(), target)).toMatchObject({ ok: true, value: { missingAttachments: 1 } })
    expect(await problemsOf(target)).toEqual(['attachment_missing'])
    expect(readdirSync(filesFolderOf(target), { recursive: true }).filter((name) => String(name).endsWith('.part'))).toEqual([])
  })
})

describe('数据体检', () => {
  it('finds records whose attachment is missing or altered, and not the others', async () => {
    await attach('证书.pdf', aPdf())
    const counts = async () => Object.fromEntries((await countProblems(await problemSourcesOf(session, '2022-01-17'))).map(({ problem, count }) => [problem, count]))
    expect((await counts())['patent_attachment_lost']).toBe(0)
    writeFileSync(placeOf(aPdf()), Buffer.from(aPdf().toString().replace('1.4', '1.5')))
    expect(await counts()).toMatchObject({ patent_attachment_lost: 1, unit_attachment_lost: 0 })
    expect(await problemRows(session, 'patent_attachment_lost', '2022-01-17', 0, 10)).toMatchObject({ total: 1, rows: [{ key: '201910123456X' }] })
    rmSync(placeOf(aPdf()))
    expect(await counts()).toMatchObject({ patent_attachment_lost: 1 })
  })
})

describe('a list', () => {
  it('counts the files of each record, and filters and sorts by them', async () => {
    await services.store.apply(aChangeSet({ kind: 'edit', inserts: [{ kind: 'patent', values: aPatent({ applicationNumber: '201910123457X' }), evidence: [] }], handEdits: [{ kind: 'patent', id: -1, values: aPatent({ applicationNumber: '201910123457X' }) }] }))
    await attach('证书.pdf', aPdf())
    await attach('照片.jpg', documents['jpg'] ?? Buffer.alloc(0))
    const field = listField('patents', 'attachments')
    const countsOf = async (query: Partial<ListQuery>) => {
      const found = await session.lists.find({ kind: 'patents', search: '', filters: [], sort: [], ...query }, '2022-01-17')
      if (!found.ok || !field) throw new Error('no list')
      return (await session.lists.rows(found.value, 0, 10, [field], '2022-01-17')).map(({ id, cells }) => [id, cells['attachments']])
    }
    expect(await countsOf({})).toEqual([[1, 2], [2, 0]])
    expect(await countsOf({ filters: [{ field: 'attachments', values: ['1..'] }] })).toEqual([[1, 2]])
    expect(await countsOf({ sort: [{ field: 'attachments', descending: false }] })).toEqual([[2, 0], [1, 2]])
  })
})

describe('a copy for another program', () => {
  it.each([
    ['../../../etc/证书.pdf', '证书.pdf'], ['CON.pdf', '_CON.pdf'], ['证书.pdf.exe', '证书.pdf.pdf'], ['证书\u202Efdp.scr', '证书fdp.pdf'], [`${'长'.repeat(240)}.pdf`, `${'长'.repeat(70)}.pdf`], ['. .', '附件.pdf'],
  ])('of a file called %j is %j, read-only, in a folder of its own', async (fileName, name) => {
    await attach('证书.pdf', aPdf())
    const copy = valueOf(await handOut(session.files, { sha256: sha256Of(aPdf()), fileName, sizeBytes: 1, type: 'pdf', note: '' }))
    const { file } = copy
    expect(basename(file)).toBe(name)
    expect(readFileSync(file).equals(aPdf())).toBe(true)
    expect(statSync(file).mode & 0o777).toBe(0o400)
    expect(readdirSync(dirname(file))).toEqual([name])
    rmSync(dirname(file), { recursive: true, force: true })
  })

  it('keeps an ending that fits and replaces one that does not; names in one folder differ', () => {
    expect([copyName({ fileName: '照片.JPEG', type: 'jpg' }), copyName({ fileName: '表.et', type: 'xls' }), copyName({ fileName: '证书.html', type: 'pdf' })]).toEqual(['照片.jpeg', '表.et', '证书.pdf'])
    expect(copyNames([{ fileName: 'A.pdf', type: 'pdf' }, { fileName: 'a.PDF', type: 'pdf' }, { fileName: 'a (2).pdf', type: 'pdf' }])).toEqual(['A.pdf', 'a (2).pdf', 'a (2) (2).pdf'])
  })

  it('is refused, leaving nothing, when the content is altered or gone', async () => {
    await attach('证书.pdf', aPdf())
    const target = join(register.folder, '另存.pdf')
    writeFileSync(placeOf(aPdf()), 'altered')
    expect(await session.files.copyTo(sha256Of(aPdf()), target)).toMatchObject({ code: 'attachment_lost' })
    rmSync(placeOf(aPdf()))
    expect(await session.files.copyTo(sha256Of(aPdf()), target)).toMatchObject({ code: 'attachment_lost' })
    expect(existsSync(target)).toBe(false)
  })
})

describe('tidying up beside a register', () => {
  it('keeps what records, batches and changes that can be undone speak of, and removes the rest only when asked', async () => {
    await attach('证书.pdf', aPdf())
    await attach('照片.jpg', documents['jpg'] ?? Buffer.alloc(0))
    await detachFile(services, 'patent', 1, sha256Of(documents['jpg'] ?? Buffer.alloc(0)))
    const orphan = aFile(register.folder, '没人要.png', documents['png'] ?? Buffer.alloc(0))
    await createFileStore(register.path).keep(orphan)
    const folder = filesFolderOf(register.path)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'killed.part'), 'half')
    const all = (): string[] => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name)
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) if (entry.isFile()) utimesSync(join(entry.parentPath, entry.name), 1, 1)
    expect(await tidyFiles(session, true)).toEqual({ files: 2, bytes: 4 + statSync(orphan).size })
    expect(all()).toHaveLength(4)
    expect(removeUnfinished(session)).toEqual({ files: 1, bytes: 4 })
    expect(await tidyFiles(session, false)).toMatchObject({ files: 1 })
    expect(all().toSorted()).toEqual([aPdf(), documents['jpg'] ?? Buffer.alloc(0)].map(sha256Of).toSorted())
  })
})
