import { readSync } from 'node:fs'
import { sealedHeader, type SealedHeader } from '../../../shared/domain/backup/sealedFormat'

/** What a sealed file begins with: its kind of file and the version of the format, the header's length, the header as JSON. */
const magic = Buffer.from('BZRSEAL\u0001', 'latin1')
const lengthBytes = 4
/** SHA-256 of everything before it, at the end: what can be checked without a key. */
export const digestBytes = 32
export const headerLength = { least: magic.length + lengthBytes, most: 16 * 1024 }

export interface ReadHeader {
  facts: SealedHeader
  /** Id of the keyring it is sealed for. */
  keys: string
  /** Everything in front of the pieces. */
  bytes: Buffer
}

export function writeHeader(header: SealedHeader): Buffer {
  const json = Buffer.from(JSON.stringify(header))
  const length = Buffer.alloc(lengthBytes)
  length.writeUInt32BE(json.length)
  return Buffer.concat([magic, length, json])
}

/** @returns null for a file that does not begin as a sealed one of this version */
export function readHeader(file: number): ReadHeader | null {
  const start = Buffer.alloc(headerLength.least)
  if (readSync(file, start, 0, start.length, 0) < start.length || !start.subarray(0, magic.length).equals(magic)) return null
  const length = start.readUInt32BE(magic.length)
  if (length > headerLength.most) return null
  const json = Buffer.alloc(length)
  if (readSync(file, json, 0, length, start.length) < length) return null
  const facts = parse(json.toString('utf8'))
  return facts === null ? null : { facts, keys: facts.kind === 'register' ? facts.keyring.id : facts.keys, bytes: Buffer.concat([start, json]) }
}

/** Whether a file begins as a sealed one, of whatever version. */
export function beginsSealed(file: number): boolean {
  const start = Buffer.alloc(magic.length - 1)
  return readSync(file, start, 0, start.length, 0) === start.length && start.equals(magic.subarray(0, -1))
}

function parse(json: string): SealedHeader | null {
  try {
    return sealedHeader.safeParse(JSON.parse(json)).data ?? null
  } catch {
    return null
  }
}
