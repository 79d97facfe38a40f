import { createDecipheriv, createHash, pbkdf2Sync, timingSafeEqual } from 'node:crypto'
import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { Refusal } from '../../../shared/domain/result'
import type { ByteSource } from '../byteSource'
import { maxCompressionRatio, maxEncryptedBytes, suspiciousPartBytes } from '../limits'
import { utf8Chunks } from '../xml/utf8Chunks'
import { nameCode } from '../xml/xmlNames'
import { XmlReader } from '../xml/xmlReader'
import { PackageParts } from '../xlsx/packageParts'
import { assertEntryIsSafe, packedBytes } from '../zip/unpackEntry'
import { damagedZip, type ZipEntry } from '../zip/zipDirectory'

/**
 * Password-protected OpenDocument files as ODF 1.2 describes them (part 3, 3.4-3.8 and 4.8): each part is deflated, then
 * enciphered with AES-256-CBC under a key that PBKDF2 makes of the password. Other methods (Blowfish before, Argon2id and
 * AES-GCM of the newest programs) are named and refused.
 */

/** What the manifest says of one enciphered part; all texts as they stand there. */
type PartLock = ReadonlyMap<string, string>

/** Programs use 1,024 to 100,000 rounds; more than this is an attack on the clock. */
const maxIterations = 2_000_000
const checkedBytes = 1_024
const blockBytes = 16
const maxManifestBytes = 4 * 1024 ** 2

const lockElements = ['encryption-data', 'algorithm', 'key-derivation', 'start-key-generation'] as const
const lockAttributes = [
  'checksum-type', 'checksum', 'algorithm-name', 'initialisation-vector', 'key-derivation-name', 'iteration-count', 'salt', 'start-key-generation-name',
] as const

/** The enciphered parts by name; empty for an open file. */
export async function readLocks(parts: PackageParts): Promise<ReadonlyMap<string, PartLock>> {
  const manifest = parts.find('META-INF/manifest.xml')
  if (!manifest) return new Map()
  assertEntryIsSafe(manifest)
  const reader = new ManifestReader()
  await parts.scan(manifest, reader, maxManifestBytes)
  return reader.locks
}

/** Whether a password would help: all parts are locked in a way that is read here. */
export function isKnownMethod(locks: ReadonlyMap<string, PartLock>): boolean {
  return [...locks.values()].every((lock) => endsWith(lock, 'algorithm-name', 'aes256-cbc') && endsWith(lock, 'key-derivation-name', 'pbkdf2'))
}

/** The parts of a locked file, opened with its password where they are read. */
export class LockedParts extends PackageParts {
  private readonly opened = new Map<string, Buffer>()

  constructor(source: ByteSource, private readonly locks: ReadonlyMap<string, PartLock>, private readonly password: string) {
    super(source)
  }

  override chunks(entry: ZipEntry, onPacked?: (bytes: number) => void): AsyncGenerator<Buffer> {
    const lock = this.locks.get(entry.name)
    return lock === undefined ? super.chunks(entry, onPacked) : utf8Chunks(this.unlocked(entry, lock, onPacked))
  }

  private async *unlocked(entry: ZipEntry, lock: PartLock, onPacked?: (bytes: number) => void): AsyncGenerator<Buffer> {
    const packed = this.opened.get(entry.name) ?? decryptPart(packedBytes(this.source, entry), lock, this.password)
    this.opened.set(entry.name, packed)
    onPacked?.(entry.packedSize)
    let size = 0
    const inflate = Readable.from([packed], { objectMode: false }).pipe(createInflateRaw())
    try {
      for await (const chunk of inflate as AsyncIterable<Buffer>) {
        size += chunk.length
        if (size > suspiciousPartBytes && size > packed.length * maxCompressionRatio) throw new Refusal('too_large', undefined, { what: 'unpacked', bytes: size })
        yield chunk
      }
    } catch (error) {
      if (error instanceof Refusal) throw error
      throw damagedZip('compressed_data', entry.name)
    } finally {
      inflate.destroy()
    }
  }
}

/** The deflated bytes of a part, or `wrong_password`. */
function decryptPart(content: Buffer, lock: PartLock, password: string): Buffer {
  if (content.length > maxEncryptedBytes) throw new Refusal('too_large', undefined, { what: 'file', bytes: content.length })
  const iterations = Number(lock.get('iteration-count'))
  const vector = bytesOf(lock, 'initialisation-vector')
  if (!Number.isInteger(iterations) || iterations < 1 || iterations > maxIterations || vector.length !== blockBytes) throw unsupported()
  if (content.length === 0 || content.length % blockBytes !== 0) throw damagedZip('compressed_data', 'content.xml')
  const startKey = createHash(endsWith(lock, 'start-key-generation-name', 'sha256') ? 'sha256' : 'sha1').update(password, 'utf8').digest()
  const key = pbkdf2Sync(startKey, bytesOf(lock, 'salt'), iterations, 32, 'sha1')
  const decipher = createDecipheriv('aes-256-cbc', key, vector).setAutoPadding(false)
  const plain = Buffer.concat([decipher.update(content), decipher.final()])
  const packed = withoutPadding(plain)
  if (packed === null || !checks(packed, lock)) throw new Refusal('wrong_password')
  return packed
}

/** The last byte says how many were added; null where it cannot. */
function withoutPadding(plain: Buffer): Buffer | null {
  const added = plain.at(-1) ?? 0
  return added >= 1 && added <= blockBytes ? plain.subarray(0, plain.length - added) : null
}

/** Whether the digest of the first 1,024 bytes is the one that the manifest keeps; without one, only unpacking can tell. */
function checks(packed: Buffer, lock: PartLock): boolean {
  const type = (lock.get('checksum-type') ?? '').toLowerCase()
  const hash = type.includes('sha256') ? 'sha256' : type.includes('sha1') ? 'sha1' : null
  if (hash === null) return true
  const expected = bytesOf(lock, 'checksum')
  const found = createHash(hash).update(type.includes('1k') ? packed.subarray(0, checkedBytes) : packed).digest()
  return expected.length === found.length && timingSafeEqual(expected, found)
}

function endsWith(lock: PartLock, attribute: string, ending: string): boolean {
  return (lock.get(attribute) ?? '').toLowerCase().endsWith(ending)
}

function bytesOf(lock: PartLock, attribute: string): Buffer {
  return Buffer.from(lock.get(attribute) ?? '', 'base64')
}

function unsupported(): Refusal {
  return new Refusal('encrypted', undefined, { what: 'method' })
}

class ManifestReader extends XmlReader {
  readonly locks = new Map<string, Map<string, string>>()
  private name = ''

  constructor() {
    super()
    this.xml.acceptsForeignNames = true
  }

  protected override onOpen(name: number): void {
    if (name === nameCode('file-entry')) this.name = this.xml.attribute(nameCode('full-path')) ?? ''
    if (!lockElements.some((element) => name === nameCode(element))) return
    const lock = this.locks.get(this.name) ?? new Map<string, string>()
    this.locks.set(this.name, lock)
    for (const attribute of lockAttributes) {
      const value = this.xml.attribute(nameCode(attribute))
      if (value) lock.set(attribute, value)
    }
  }
}
