import { createHash } from 'node:crypto'
import { closeSync, fstatSync, fsyncSync, openSync, readSync } from 'node:fs'
import type { SealedHeader } from '../../../shared/domain/backup/sealedFormat'
import { Refusal } from '../../../shared/domain/result'
import { dropDraft, nameDraft, writeWhole } from '../durableFile'
import type { OpenedKeys } from './backupKeyring'
import { beginExchange, contentKeyOf, type SealingKeys } from './contentKey'
import { digestBytes, headerLength, readHeader, writeHeader } from './sealedHeader'
import { openPieces, SealBroken, sealedLength, SealingStream } from './sealedStream'

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
    const { key, content } = withOpen(from, 'r', (source) => withOpen(draft, 'w', (sealed) => writeSealed(source, sealed, header, facts, keys)))
    if (!withOpen(draft, 'r', (written) => holdsContent(written, key, content))) throw new Refusal('backup_not_verified')
    nameDraft(draft, target)
  } finally {
    dropDraft(draft)
  }
}

/** A file that is open as long as the work on it lasts, however that ends. */
function withOpen<T>(path: string, flags: 'r' | 'w', work: (file: number) => T): T {
  const file = openSync(path, flags)
  try {
    return work(file)
  } finally {
    closeSync(file)
  }
}

function writeSealed(source: number, target: number, header: HeaderFacts, facts: Facts, keys: SealingKeys): { key: Buffer; content: string } {
  const exchange = beginExchange()
  // The union of headers is lost when one is spread.
  const head = writeHeader({ ...header, ephemeral: exchange.ephemeral } as SealedHeader)
  const key = exchange.keyFor(head, keys)
  const [whole, plain] = [createHash('sha256'), createHash('sha256')]
  const put = (bytes: Buffer): void => {
    whole.update(bytes)
    writeWhole(target, bytes)
  }
  put(head)
  const stream = new SealingStream(key, put)
  for (const part of partsOf(source, factsBytes(facts))) {
    plain.update(part)
    stream.add(part)
  }
  stream.end()
  writeWhole(target, whole.digest())
  fsyncSync(target)
  return { key, content: plain.digest('hex') }
}

function holdsContent(file: number, key: Buffer, content: string): boolean {
  try {
    return hasWholeDigest(file) && digestOfContent(file, key) === content
  } catch (error) {
    if (error instanceof SealBroken) return false
    throw error
  }
}

/** Bytes of the sealed file of a content, by which a whole one is told from one cut off. */
export function sizeWhenSealed(header: HeaderFacts, facts: Facts, contentBytes: number): number {
  const someKey = Buffer.alloc(32).toString('base64')
  return writeHeader({ ...header, ephemeral: someKey } as SealedHeader).length + sealedLength(factsBytes(facts).length + contentBytes) + digestBytes
}

/** Gets the facts first, then the content in parts; answering false to the facts leaves the rest unread. */
export interface ContentTaker {
  facts(facts: unknown): boolean | undefined
  content?(part: Buffer): void
}

/**
 * Opens a sealed file piece by piece.
 *
 * @throws Refusal backup_damaged where anything is not as it was sealed, encrypted where the keys are of another keyring
 */
export function openSealedFile(file: string, keys: OpenedKeys, take: ContentTaker): void {
  try {
    withOpen(file, 'r', (opened) => takeContent(opened, keys, take))
  } catch (error) {
    throw error instanceof SealBroken ? new Refusal('backup_damaged', undefined, { problem: 'sealed_altered' }) : error
  }
}

function takeContent(opened: number, keys: OpenedKeys, take: ContentTaker): void {
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
}

/** Whether a sealed file still is what was written, as far as can be told without its key. */
export function isWholeSealed(file: string): boolean {
  return withOpen(file, 'r', (opened) => readHeader(opened) !== null && hasWholeDigest(opened))
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
