import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { createKeptFiles } from '../../../src/main/register/attachments/keptFiles'
import { createFileStore, filesFolderOf } from '../../../src/main/store/fileStore'
import { tempRegister, type TempRegister } from '../../support/registers/tempRegister'
import { valueOf } from '../../support/valueOf'

const text = Buffer.from('申请号,名称,专利权人\n'.repeat(500))
const zip = Buffer.concat([Buffer.from('504b0304', 'hex'), text])

async function keep(register: TempRegister, content: Buffer) {
  const source = join(register.folder, '来源文件')
  writeFileSync(source, content)
  return valueOf(await createFileStore(register.path).keep(source))
}

function keptFiles(register: TempRegister): string[] {
  return readdirSync(filesFolderOf(register.path), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name)
}

/** Files of a register's folder that this process has open. */
function openFiles(register: TempRegister): string[] {
  const folder = filesFolderOf(register.path)
  return readdirSync('/proc/self/fd').flatMap((handle) => {
    try {
      return [readlinkSync(join('/proc/self/fd', handle))]
    } catch {
      return [] // closed meanwhile
    }
  }).filter((path) => path.startsWith(folder))
}

describe.skipIf(!existsSync('/proc/self/fd'))('a kept file', () => {
  it('is let go of by a reader that stops in the middle', async () => {
    using register = tempRegister()
    const { sha256 } = await keep(register, Buffer.from(randomBytes(1_000_000).toString('hex')))
    const content = createFileStore(register.path).read(sha256)
    if (content === null) throw new Error('not kept')
    await once(content, 'readable')
    expect(openFiles(register)).toHaveLength(1)
    content.destroy()
    await expect.poll(() => openFiles(register)).toEqual([])
  })

  it('is not opened for a copy that cannot be written', async () => {
    using register = tempRegister()
    const { sha256 } = await keep(register, zip)
    expect(await createKeptFiles(register.path).copyTo(sha256, join(register.folder, '没有', '副本.xlsx'))).toMatchObject({ ok: false })
    expect(openFiles(register)).toEqual([])
  })
})

describe('keeping original files', () => {
  it.each([['a text, made smaller', text, '.deflate'], ['a workbook, as it is', zip, ''], ['an empty file', Buffer.alloc(0), '.deflate']])(
    'keeps %s under its hash and gives it back', async (_case, content, suffix) => {
      using register = tempRegister()
      const sha256 = createHash('sha256').update(content).digest('hex')
      expect(await keep(register, content)).toEqual({ sha256, sizeBytes: content.length })
      expect(keptFiles(register)).toEqual([sha256 + suffix])
      const stream = createFileStore(register.path).read(sha256)
      expect(stream && (await buffer(stream)).equals(content)).toBe(true)
    })

  it('keeps one copy of equal files and mends one that was altered', async () => {
    using register = tempRegister()
    const { sha256 } = await keep(register, zip)
    await keep(register, zip)
    expect(keptFiles(register)).toEqual([sha256])
    const files = createFileStore(register.path)
    writeFileSync(join(filesFolderOf(register.path), sha256.slice(0, 2), sha256), 'altered')
    expect(await files.verify(sha256)).toBe('changed')
    await keep(register, zip)
    expect(await files.verify(sha256)).toBe('intact')
  })

  it('names the folder that it cannot write to', async () => {
    using register = tempRegister()
    const source = join(register.folder, '来源文件')
    writeFileSync(source, text)
    writeFileSync(filesFolderOf(register.path), 'in the way')
    expect(await createFileStore(register.path).keep(source)).toMatchObject({ ok: false, code: 'file_not_writable', details: { path: filesFolderOf(register.path) } })
  })

  it('answers for a missing source without leaving anything', async () => {
    using register = tempRegister()
    expect(await createFileStore(register.path).keep(join(register.folder, 'nowhere'))).toMatchObject({ ok: false, code: 'file_not_found', details: { path: join(register.folder, 'nowhere') } })
    expect(keptFiles(register)).toEqual([])
  })

  it('tidies away what nothing speaks of and old leftovers, not a copy in the making', async () => {
    using register = tempRegister()
    const wanted = await keep(register, text)
    const unwanted = await keep(register, zip)
    const folder = filesFolderOf(register.path)
    const placeOfUnwanted = join(folder, unwanted.sha256.slice(0, 2), unwanted.sha256)
    mkdirSync(folder, { recursive: true })
    for (const name of ['old.part', 'young.part']) writeFileSync(join(folder, name), 'x')
    utimesSync(join(folder, 'old.part'), 1, 1)
    const files = createFileStore(register.path)
    const isWanted = (sha256: string): boolean => sha256 === wanted.sha256
    utimesSync(placeOfUnwanted, 1, 1)
    expect(files.tidy(isWanted, true)).toEqual({ files: 2, bytes: zip.length + 1 })
    await keep(register, zip) // somebody wants it after all, and its row is still to come
    expect(files.tidy(isWanted)).toEqual({ files: 1, bytes: 1 })
    utimesSync(placeOfUnwanted, 1, 1)
    expect(files.tidy(isWanted)).toEqual({ files: 1, bytes: zip.length })
    expect(keptFiles(register).toSorted()).toEqual([`${wanted.sha256}.deflate`, 'young.part'].toSorted())
  })
})
