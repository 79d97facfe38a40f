import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BackupKeys } from '../../../../src/shared/domain/backup/sealedFormat'
import { Refusal } from '../../../../src/shared/domain/result'
import { createBackupKeys, keyringOf, openKeyring, withPassword, withRecoveryKey, type OpenedKeys } from '../../../../src/main/store/sealing/backupKeyring'
import { isWholeSealed, openSealedFile, sealFile, sizeWhenSealed } from '../../../../src/main/store/sealing/sealedFile'
import { pieceBytes } from '../../../../src/main/store/sealing/sealedStream'

const quick = 1_024
const password = '梧桐树下 three 喜鹊'
let folder: string
let keys: BackupKeys
let recoveryKey: string
let opened: OpenedKeys

async function open(of: BackupKeys, secret: string): Promise<OpenedKeys> {
  const found = await openKeyring(keyringOf(of), secret)
  if (found === null) throw new Error('not opened')
  return found
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sealed-'));
  ({ keys, recoveryKey } = await createBackupKeys(password, 1, quick))
  opened = await open(keys, password)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const header = () => ({ kind: 'register', keyring: keyringOf(keys), origin: null }) as const
const path = (name: string): string => join(folder, name)

function seal(content: Uint8Array, name = 'a.bzrx'): Buffer {
  writeFileSync(path('plain'), content)
  sealFile(path('plain'), path(name), header(), { name }, keys)
  return readFileSync(path(name))
}

/** What a file opens to, or why it does not. */
function opens(file: string, by = opened): { facts: unknown; content: Buffer } | string {
  const parts: Buffer[] = []
  let facts: unknown
  try {
    openSealedFile(file, by, { facts: (said) => { facts = said; return true }, content: (part) => void parts.push(Buffer.from(part)) })
    return { facts, content: Buffer.concat(parts) }
  } catch (error) {
    if (error instanceof Refusal) return error.failure.code
    throw error
  }
}

function opensAs(bytes: Uint8Array): string {
  writeFileSync(path('changed.bzrx'), bytes)
  const found = opens(path('changed.bzrx'))
  return typeof found === 'string' ? found : 'opened'
}

function randomContent(length: number): Buffer {
  return Buffer.from(Array.from({ length: Math.min(length, 4_096) }, (_, at) => (at * 131 + length) & 255)).subarray(0, length)
}

describe('a sealed file', () => {
  const factsBytes = 4 + JSON.stringify({ name: 'a.bzrx' }).length
  it.each([0, 1, pieceBytes - factsBytes - 1, pieceBytes - factsBytes, pieceBytes - factsBytes + 1, pieceBytes, 2 * pieceBytes - factsBytes, 3 * pieceBytes + 17])('of %i bytes opens to the same bytes and is as long as it is said to be', (length) => {
    const content = Buffer.alloc(length, randomContent(4_096))
    const sealed = seal(content)
    const found = opens(path('a.bzrx'))
    expect(found).toMatchObject({ facts: { name: 'a.bzrx' } })
    expect(typeof found !== 'string' && found.content.equals(content)).toBe(true)
    expect(sealed.length).toBe(sizeWhenSealed(header(), { name: 'a.bzrx' }, length))
    expect(isWholeSealed(path('a.bzrx'))).toBe(true)
  })

  it.skipIf(!existsSync('/proc/self/fd'))('leaves no file open and nothing behind where it cannot be written', () => {
    writeFileSync(path('plain'), 'x')
    const before = readdirSync('/proc/self/fd').length
    for (let time = 0; time < 5; time++) expect(() => sealFile(path('plain'), path('nowhere/a.bzrx'), header(), {}, keys)).toThrow('ENOENT')
    expect(readdirSync('/proc/self/fd')).toHaveLength(before)
  })

  it('notices every changed bit of a small one, with its key and without', () => {
    const sealed = seal(Buffer.from('少量内容'))
    for (let at = 0; at < sealed.length; at++) {
      const bytes = Buffer.from(sealed)
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (at % 8)), at)
      writeFileSync(path('changed.bzrx'), bytes)
      expect(isWholeSealed(path('changed.bzrx')), `byte ${at}`).toBe(false)
      // The digest at the end is for those without the key; who has it does not need it.
      if (at < sealed.length - 32) expect(opens(path('changed.bzrx')), `byte ${at}`).toMatch(/^(?:backup_damaged|encrypted)$/)
    }
  })

  it('notices changed bits anywhere in a long one', () => {
    const sealed = seal(Buffer.alloc(3 * pieceBytes, 'x'))
    fc.assert(fc.property(fc.integer({ min: 0, max: sealed.length - 33 }), fc.integer({ min: 1, max: 255 }), (at, bits) => {
      const bytes = Buffer.from(sealed)
      bytes.writeUInt8(bytes.readUInt8(at) ^ bits, at)
      expect(opensAs(bytes)).not.toBe('opened')
    }), { numRuns: 60 })
  })

  it('notices that it was cut off, made longer, or its pieces put in another order', () => {
    const sealed = seal(Buffer.alloc(3 * pieceBytes, 'x'))
    const piece = pieceBytes + 16
    const start = sealed.length - 32 - (3 * piece + 16 + factsBytes)
    const at = (number: number): Buffer => sealed.subarray(start + number * piece, start + (number + 1) * piece)
    const [head, last, digest] = [sealed.subarray(0, start), sealed.subarray(start + 3 * piece, -32), sealed.subarray(-32)]
    expect(opensAs(Buffer.concat([head, at(0), at(1), at(2), last, digest]))).toBe('opened')
    const altered = [
      [head, at(0), at(1), at(2), digest], [head, at(0), digest], [head, digest], [head, at(1), at(0), at(2), last, digest], [head, at(0), at(0), at(2), last, digest],
      [head, at(0), at(2), last, digest], [head, at(0), at(1), at(2), last, last, digest], [head, at(0), at(1), at(2), last, Buffer.alloc(16), digest], [sealed.subarray(0, 40)], [Buffer.alloc(0)],
    ]
    for (const pieces of altered) expect(opensAs(Buffer.concat(pieces))).toBe('backup_damaged')
    for (let cut = 1; cut < sealed.length; cut += 7_919) expect(opensAs(sealed.subarray(0, -cut))).toBe('backup_damaged')
  })

  it('notices a piece of another file sealed for the same keys', () => {
    const [one, other] = [seal(Buffer.alloc(2 * pieceBytes, 'a'), 'a.bzrx'), seal(Buffer.alloc(2 * pieceBytes, 'b'), 'b.bzrx')]
    const start = one.length - 32 - (2 * (pieceBytes + 16) + 16 + factsBytes)
    expect(other.length).toBe(one.length)
    expect(opensAs(Buffer.concat([one.subarray(0, start), other.subarray(start, start + pieceBytes + 16), one.subarray(start + pieceBytes + 16)]))).toBe('backup_damaged')
    expect(opensAs(Buffer.concat([one.subarray(0, start), other.subarray(start)]))).toBe('backup_damaged')
  })

  it('made by somebody who has its public key and not the register is refused', () => {
    writeFileSync(path('plain'), '假的台账')
    sealFile(path('plain'), path('forged.bzrx'), header(), { name: 'a.bzrx' }, { recipient: keys.recipient, writerKey: Buffer.alloc(32).toString('base64') })
    expect(opens(path('forged.bzrx'))).toBe('backup_damaged')
    expect(isWholeSealed(path('forged.bzrx'))).toBe(true)
  })

  it('is asked a password for where the keys are of another keyring', async () => {
    seal(Buffer.from('内容'))
    const other = await createBackupKeys(password, 1, quick)
    expect(opens(path('a.bzrx'), await open(other.keys, password))).toBe('encrypted')
  })

  it('says nothing of its content, and is another each time', () => {
    const content = Buffer.from('青岛海尔电梯有限公司'.repeat(50))
    const [one, again] = [seal(content), seal(content)]
    expect(one.includes('青岛') || one.includes('海尔')).toBe(false)
    expect(one.equals(again)).toBe(false)
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('of a hostile header is refused without much memory', () => {
    const head = Buffer.from('BZRSEAL\u0001', 'latin1')
    expect(opensAs(Buffer.concat([head, Buffer.from([0xFF, 0xFF, 0xFF, 0xFF])]))).toBe('backup_damaged')
    const json = Buffer.from(JSON.stringify({ kind: 'register', ephemeral: keys.recipient, origin: null, keyring: { ...keyringOf(keys), slots: [{ by: 'password', setAt: 1, salt: Buffer.alloc(16).toString('base64'), n: 2 ** 30, r: 8, p: 1, sealed: Buffer.alloc(80).toString('base64') }] } }))
    const length = Buffer.alloc(4)
    length.writeUInt32BE(json.length)
    expect(opensAs(Buffer.concat([head, length, json, Buffer.alloc(100)]))).toBe('backup_damaged')
    const zero = Buffer.from(JSON.stringify({ kind: 'file', ephemeral: Buffer.alloc(32).toString('base64'), keys: keys.id }))
    length.writeUInt32BE(zero.length)
    expect(opensAs(Buffer.concat([head, length, zero, Buffer.alloc(100)]))).toBe('backup_damaged')
  })
})

describe('the keys of backups', () => {
  it('open by password, in whatever form it is typed, and by the recovery key, and by nothing else', async () => {
    expect(await open(keys, password.normalize('NFD'))).toEqual(opened)
    expect(await open(keys, recoveryKey.toLowerCase().replaceAll('-', ' '))).toEqual(opened)
    expect(await openKeyring(keyringOf(keys), `${password} `)).toBeNull()
    expect(await openKeyring(keyringOf(keys), (await createBackupKeys(password, 1, quick)).recoveryKey)).toBeNull()
  })

  it('stay the same behind another password, whose sheet stays good, and behind another sheet', async () => {
    const changed = await withPassword(keys, opened, '另一个密码 1234', 2, quick)
    expect(await openKeyring(keyringOf(changed), password)).toBeNull()
    expect(await open(changed, '另一个密码 1234')).toEqual(opened)
    expect(await open(changed, recoveryKey)).toEqual(opened)
    const renewed = withRecoveryKey(changed, opened, 3)
    expect(await openKeyring(keyringOf(renewed.keys), recoveryKey)).toBeNull()
    expect(await open(renewed.keys, renewed.recoveryKey)).toEqual(opened)
  })

  it('do not open a way into other keys that was put in their place', async () => {
    const other = await createBackupKeys(password, 1, quick)
    expect(await openKeyring({ ...keyringOf(keys), slots: other.keys.slots }, password)).toBeNull()
    expect(await openKeyring({ ...keyringOf(keys), recipient: other.keys.recipient }, password)).toBeNull()
  })

  it('are nowhere in what a register keeps or a backup says', () => {
    const said = JSON.stringify(keys)
    expect(said.includes(opened.privateKey) || said.includes(password) || said.includes(recoveryKey)).toBe(false)
    expect(JSON.stringify(keyringOf(keys)).includes(opened.writerKey)).toBe(false)
  })
})
