/**
 * Deciphers a protected .xls: the RC4 of Excel 97, the RC4 of Windows' CryptoAPI that Excel 2002 and 2003 offer, and the
 * obfuscation of still older files ([MS-XLS] 2.2.10, [MS-OFFCRYPTO] 2.3.5 to 2.3.7).
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import { Refusal } from '../../../shared/domain/result'
import { biffRecords, recordTypes } from './biffRecords'
import { Rc4 } from './rc4'
import { obfuscationOf, reveal } from './xorObfuscation'

const blockBytes = 1_024
/** Settings of a printer, which nobody reads, stand where the record about the password stood. */
const ignoredRecord = 0x4d
/** Records that say how the rest is to be read, and stay as they are. */
const plainRecords = new Set<number>([recordTypes.beginOfFile, recordTypes.filePass, 0xe1, 0x138, 0x194, 0x195, 0x196])
/** The place of a sheet stands in clear before its enciphered name. */
const placeBytes = 4

/** Gives the bytes of the stream's nth block of 1,024 the shape they had. */
type BlockKey = (block: number) => Buffer

/**
 * The stream as a reader without a password takes it.
 *
 * @param filePass  the record about the password
 * Refuses with `wrong_password`, or with `encrypted` (`details.what` = `method`) when the method is none of the three.
 */
export function decryptBiff(stream: Buffer, filePass: Buffer, password: string): Buffer {
  const isBiff8 = stream.readUInt16LE(4) >= 0x600
  const plain = Buffer.from(stream)
  if (!isBiff8 || (filePass.length >= 6 && filePass.readUInt16LE(0) === 0)) revealAll(plain, isBiff8 ? filePass.subarray(2) : filePass, password)
  else decipher(plain, rc4KeyOf(filePass.subarray(2), password))
  plain.writeUInt16LE(ignoredRecord, filePass.byteOffset - stream.byteOffset - 4)
  return plain
}

function revealAll(plain: Buffer, check: Buffer, password: string): void {
  const array = obfuscationOf(check, password)
  for (const { type, at, length } of biffRecords(plain)) {
    const clear = clearBytes(type, length)
    reveal(plain.subarray(at + clear, at + length), at + clear + length, array)
  }
}

/** The key moves on over headers and clear records too, so that every byte has its place in the stream. */
function decipher(plain: Buffer, keyOf: BlockKey): void {
  const enciphered = Buffer.from(plain)
  for (let at = 0, block = 0; at < plain.length; at += blockBytes, block++) new Rc4(keyOf(block)).apply(enciphered.subarray(at, at + blockBytes))
  for (const { type, at, length } of biffRecords(plain)) enciphered.copy(plain, at + clearBytes(type, length), at + clearBytes(type, length), at + length)
}

function clearBytes(type: number, length: number): number {
  return plainRecords.has(type) ? length : type === recordTypes.boundSheet ? Math.min(placeBytes, length) : 0
}

function rc4KeyOf(header: Buffer, password: string): BlockKey {
  if (header.length < 4) throw damaged()
  const [major, minor] = [header.readUInt16LE(0), header.readUInt16LE(2)]
  if (major === 1 && minor === 1) return office97Key(header.subarray(4), password)
  if (major >= 2 && major <= 4 && minor === 2) return cryptoApiKey(header.subarray(4), password)
  throw new Refusal('encrypted', undefined, { what: 'method' })
}

const office97KeyBytes = 5

function office97Key(check: Buffer, password: string): BlockKey {
  if (check.length < 48) throw damaged()
  const salt = check.subarray(0, 16)
  const short = hashOf('md5', secretOf(password)).subarray(0, office97KeyBytes)
  const base = hashOf('md5', ...Array.from({ length: 16 }, () => [short, salt]).flat()).subarray(0, office97KeyBytes)
  const keyOf: BlockKey = (block) => hashOf('md5', base, littleEndian(block))
  assertPassword('md5', keyOf, check.subarray(16, 32), check.subarray(32, 48))
  return keyOf
}

const rc4Algorithm = 0x6801
const shortKeyBits = 40

function cryptoApiKey(description: Buffer, password: string): BlockKey {
  if (description.length < 8) throw damaged()
  const headerSize = description.readUInt32LE(4)
  const header = description.subarray(8, 8 + headerSize)
  const check = description.subarray(8 + headerSize)
  if (header.length < 32 || check.length < 60 || check.readUInt32LE(0) !== 16) throw damaged()
  const algorithm = header.readUInt32LE(8)
  const keyBits = header.readUInt32LE(16) || shortKeyBits
  if (algorithm !== rc4Algorithm && algorithm !== 0) throw new Refusal('encrypted', undefined, { what: 'method' })
  if (keyBits < shortKeyBits || keyBits > 128 || keyBits % 8 !== 0) throw damaged()
  const base = hashOf('sha1', check.subarray(4, 20), secretOf(password))
  const keyOf: BlockKey = (block) => {
    const key = hashOf('sha1', base, littleEndian(block)).subarray(0, keyBits / 8)
    return keyBits === shortKeyBits ? Buffer.concat([key, Buffer.alloc(16 - key.length)]) : key
  }
  assertPassword('sha1', keyOf, check.subarray(20, 36), check.subarray(40, 60))
  return keyOf
}

function assertPassword(hash: 'md5' | 'sha1', keyOf: BlockKey, verifier: Buffer, verifierHash: Buffer): void {
  const cipher = new Rc4(keyOf(0))
  const expected = hashOf(hash, Buffer.from(cipher.apply(Buffer.from(verifier))))
  if (!timingSafeEqual(expected, cipher.apply(Buffer.from(verifierHash)))) throw new Refusal('wrong_password')
}

const longestPassword = 255

function secretOf(password: string): Buffer {
  return Buffer.from(password.slice(0, longestPassword), 'utf16le')
}

function hashOf(algorithm: 'md5' | 'sha1', ...parts: readonly Buffer[]): Buffer {
  const hash = createHash(algorithm)
  for (const part of parts) hash.update(part)
  return hash.digest()
}

function littleEndian(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value, 0)
  return bytes
}

function damaged(): Refusal {
  return new Refusal('damaged', undefined, { what: 'encryption' })
}
