import { createHash, createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, type KeyObject } from 'node:crypto'
import { closeSync, fstatSync, fsyncSync, openSync, readSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import type { BackupKeys, SealedHeader } from '../../../shared/domain/backup/sealedFormat'
import { Refusal } from '../../../shared/domain/result'
import { dropDraft, syncFolder } from '../durableFile'
import type { OpenedKeys } from './backupKeyring'
import { digestBytes, headerLength, readHeader, writeHeader } from './sealedHeader'
import { openPieces, SealBroken, sealedLength, SealingStream } from './sealedStream'

/** Who writes: the public half of the pair, and what only a holder of the register has. */
export type SealingKeys = Pick<BackupKeys, 'recipient' | 'writerKey'>
/** What the header says besides the file's own key. */
export type HeaderFacts = SealedHeader extends infer H ? (H extends SealedHeader ? Omit<H, 'ephemeral'> : never) : never

/** Said openly in front of the content of a file, but sealed. */
type Facts = Readonly<Record<string, unknown>>
const factsLengthBytes = 4
const readBytes = 1 << 18

/**
 * Seals a file for a keyring; no password is needed. The sealed file gets its name when it is on the disk and, opened again
 * with the key that is still in memory, has the content of the source to the byte.
 *
 * @throws Refusal backup_not_verified, and what the disk says
 */
export function sealFile(from: string, target: string, header: HeaderFacts, facts: Facts, keys: SealingKeys): void {
  const draft = `${target}.part`
  try {
    const { key, content } = writeSealed(from, draft, header, facts, keys)
    const written = openSync(draft, 'r')
    try {
      if (!hasWholeDigest(written) || digestOfContent(written, key) !== content) throw new Refusal('backup_not_verified')
    } catch (error) {
      throw error instanceof SealBroken ? new Refusal('backup_not_verified') : error
    } finally {
      closeSync(written)
    }
    renameSync(draft, target)
    syncFolder(dirname(target))
  } finally {
    dropDraft(draft)
  }
}

function writeSealed(from: string, draft: string, header: HeaderFacts, facts: Facts, keys: SealingKeys): { key: Buffer; content: string } {
  const own = generateKeyPairSync('x25519')
  const ephemeral = publicBytes(own.privateKey)
  // The union of headers is lost when one is spread.
  const head = writeHeader({ ...header, ephemeral } as SealedHeader)
  const key = contentKey(diffieHellman({ privateKey: own.privateKey, publicKey: publicKey(keys.recipient) }), head, keys)
  const [source, target] = [openSync(from, 'r'), openSync(draft, 'w')]
  try {
    const [whole, plain] = [createHash('sha256'), createHash('sha256')]
    const put = (bytes: Buffer): void => {
      whole.update(bytes)
      writeAll(target, bytes)
    }
    put(head)
    const stream = new SealingStream(key, put)
    for (const part of partsOf(source, factsBytes(facts))) {
      plain.update(part)
      stream.add(part)
    }
    stream.end()
    writeAll(target, whole.digest())
    fsyncSync(target)
    return { key, content: plain.digest('hex') }
  } finally {
    closeSync(source)
    closeSync(target)
  }
}

/** Bytes of the sealed file of a content, by which a whole one is told from one cut off. */
export function sizeWhenSealed(header: HeaderFacts, facts: Facts, contentBytes: number): number {
  const someKey = Buffer.alloc(32).toString('base64')
  return writeHeader({ ...header, ephemeral: someKey } as SealedHeader).length + sealedLength(factsBytes(facts).length + contentBytes) + digestBytes
}

/**
 * Opens a sealed file piece by piece.
 *
 * @param take  gets the facts first, then the content in parts; answering false to the facts leaves the rest unread
 * @throws Refusal backup_damaged where anything is not as it was sealed, encrypted where the keys are of another keyring
 */
export function openSealedFile(file: string, keys: OpenedKeys, take: { facts(facts: unknown): boolean | undefined; content?(part: Buffer): void }): void {
  const opened = openSync(file, 'r')
  try {
    const header = readHeader(opened)
    if (header === null) throw new SealBroken()
    if (header.keys !== keys.id) throw new Refusal('encrypted')
    const pieces = piecesOf(opened, header.bytes, contentKeyOf(header.facts, header.bytes, keys))
    let rest = Buffer.concat([pieces.next().value ?? Buffer.alloc(0)])
    const length = rest.length < factsLengthBytes ? Number.POSITIVE_INFINITY : rest.readUInt32BE(0)
    if (length > rest.length - factsLengthBytes) throw new SealBroken()
    if (take.facts(parsed(rest.subarray(factsLengthBytes, factsLengthBytes + length))) === false) return
    rest = rest.subarray(factsLengthBytes + length)
    take.content?.(rest)
    for (const piece of pieces) take.content?.(piece)
  } catch (error) {
    throw error instanceof SealBroken ? new Refusal('backup_damaged', undefined, { problem: 'sealed_altered' }) : error
  } finally {
    closeSync(opened)
  }
}

/** Whether a sealed file still is what was written, as far as can be told without its key. */
export function isWholeSealed(file: string): boolean {
  const opened = openSync(file, 'r')
  try {
    return readHeader(opened) !== null && hasWholeDigest(opened)
  } finally {
    closeSync(opened)
  }
}

function contentKeyOf({ ephemeral }: SealedHeader, head: Buffer, keys: OpenedKeys): Buffer {
  const privateKey = createPrivateKey({ key: { kty: 'OKP', crv: 'X25519', x: toUrl(keys.recipient), d: toUrl(keys.privateKey) }, format: 'jwk' })
  try {
    return contentKey(diffieHellman({ privateKey, publicKey: publicKey(ephemeral) }), head, keys)
  } catch {
    throw new SealBroken() // a point that no sealed file has
  }
}

/** Of one file: what both ends of the exchange know, what only a holder of the register knows, and every byte of the header. */
function contentKey(shared: Buffer, head: Buffer, { recipient, writerKey }: SealingKeys): Buffer {
  const salt = createHash('sha256').update(head).update(Buffer.from(recipient, 'base64')).digest()
  return Buffer.from(hkdfSync('sha256', Buffer.concat([shared, Buffer.from(writerKey, 'base64')]), salt, 'biaozhi backup content 1', 32))
}

function piecesOf(file: number, head: Buffer, key: Buffer): Generator<Buffer> {
  const length = fstatSync(file).size - head.length - digestBytes
  return openPieces(key, length, (into, position) => readFully(file, into, head.length + position))
}

function digestOfContent(file: number, key: Buffer): string {
  const header = readHeader(file)
  if (header === null) throw new SealBroken()
  const plain = createHash('sha256')
  for (const piece of piecesOf(file, header.bytes, key)) plain.update(piece)
  return plain.digest('hex')
}

function hasWholeDigest(file: number): boolean {
  const end = fstatSync(file).size - digestBytes
  if (end < headerLength.least) return false
  const sum = createHash('sha256')
  const block = Buffer.allocUnsafe(readBytes)
  for (let at = 0; at < end;) {
    const read = readFully(file, block.subarray(0, Math.min(block.length, end - at)), at)
    if (read === 0) return false
    sum.update(block.subarray(0, read))
    at += read
  }
  const stated = Buffer.alloc(digestBytes)
  return readFully(file, stated, end) === digestBytes && sum.digest().equals(stated)
}

function* partsOf(source: number, first: Buffer): Generator<Buffer> {
  yield first
  const block = Buffer.allocUnsafe(readBytes)
  for (;;) {
    const read = readSync(source, block, 0, block.length, null)
    if (read === 0) return
    yield block.subarray(0, read)
  }
}

function factsBytes(facts: Facts): Buffer {
  const json = Buffer.from(JSON.stringify(facts))
  const length = Buffer.alloc(factsLengthBytes)
  length.writeUInt32BE(json.length)
  return Buffer.concat([length, json])
}

function parsed(json: Buffer): unknown {
  try {
    return JSON.parse(json.toString('utf8'))
  } catch {
    throw new SealBroken()
  }
}

function readFully(file: number, into: Buffer, position: number): number {
  let done = 0
  while (done < into.length) {
    const read = readSync(file, into, done, into.length - done, position + done)
    if (read === 0) break
    done += read
  }
  return done
}

function writeAll(file: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done)
}

function publicKey(base64: string): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: toUrl(base64) }, format: 'jwk' })
}

function publicBytes(privateKey: KeyObject): string {
  const { x = '' } = privateKey.export({ format: 'jwk' })
  return Buffer.from(x, 'base64url').toString('base64')
}

function toUrl(base64: string): string {
  return Buffer.from(base64, 'base64').toString('base64url')
}
