/**
 * Decrypts an encrypted Office Open XML workbook ([MS-OFFCRYPTO]): "standard" encryption of Office 2007 (2.3.4.5-9)
 * and "agile" encryption since Office 2010 (2.3.4.10-15).
 */
import { createDecipheriv, createHash, getHashes, timingSafeEqual } from 'node:crypto'
import { Refusal } from '../../../shared/domain/result'
import { nameCode } from '../xml/xmlNames'
import { XmlReader } from '../xml/xmlReader'

/** Key derivation is slow on purpose; Office uses 100,000 rounds, and more than this is an attack on the clock. */
const maxSpinCount = 2_000_000
const standardSpinCount = 50_000
const segmentBytes = 4096
const maxPasswordLength = 255

/**
 * The workbook inside, or `wrong_password`. `info` and `encrypted` are the streams `EncryptionInfo` and
 * `EncryptedPackage`. Refuses with `encrypted` (`details.what` = `method`) when the method is none of the two.
 */
export function decryptPackage(info: Buffer, encrypted: Buffer, password: string): Buffer {
  if (info.length < 8 || encrypted.length < 8) throw damaged()
  const size = Number(encrypted.readBigUInt64LE(0))
  const content = encrypted.subarray(8)
  if (size > content.length) throw damaged()
  const major = info.readUInt16LE(0)
  const minor = info.readUInt16LE(2)
  const secret = Buffer.from(password.slice(0, maxPasswordLength), 'utf16le')
  if (major === 4 && minor === 4) return decryptAgile(info.subarray(8), content, secret).subarray(0, size)
  if (major >= 2 && major <= 4 && minor === 2) return decryptStandard(info, content, secret).subarray(0, size)
  throw unsupported()
}

function decryptStandard(info: Buffer, content: Buffer, secret: Buffer): Buffer {
  const headerSize = info.readUInt32LE(8)
  const header = info.subarray(12, 12 + headerSize)
  const verifier = info.subarray(12 + headerSize)
  if (header.length < 32 || verifier.length < 72) throw damaged()
  const keyBits = header.readUInt32LE(16)
  const algorithm = header.readUInt32LE(8)
  const isAes = algorithm === 0x660e || algorithm === 0x660f || algorithm === 0x6610
  if (!isAes || verifier.readUInt32LE(0) !== 16 || ![128, 192, 256].includes(keyBits)) throw unsupported()
  const key = standardKey(verifier.subarray(4, 20), secret, keyBits / 8)
  const expected = hashOf('sha1', decryptBlocks('ecb', key, null, verifier.subarray(20, 36)))
  const stored = decryptBlocks('ecb', key, null, verifier.subarray(40, 72)).subarray(0, 20)
  if (!timingSafeEqual(expected, stored)) throw new Refusal('wrong_password')
  return decryptBlocks('ecb', key, null, wholeBlocks(content))
}

function standardKey(salt: Buffer, secret: Buffer, keyBytes: number): Buffer {
  const spun = spin('sha1', salt, secret, standardSpinCount)
  const final = hashOf('sha1', spun, littleEndian(0))
  const derive = (fill: number): Buffer => {
    const block = Buffer.alloc(64, fill)
    for (let at = 0; at < final.length; at++) block[at]! ^= final[at]!
    return hashOf('sha1', block)
  }
  return Buffer.concat([derive(0x36), derive(0x5c)]).subarray(0, keyBytes)
}

interface CipherSettings {
  salt: Buffer
  blockSize: number
  keyBytes: number
  hash: string
}

interface AgileSettings {
  data: CipherSettings
  password: CipherSettings & { spinCount: number; verifierInput: Buffer; verifierHash: Buffer; key: Buffer }
}

/** What the derived key is for ([MS-OFFCRYPTO] 2.3.4.13). */
const verifierInputBlock = Buffer.from('fea7d2763b4b9e79', 'hex')
const verifierHashBlock = Buffer.from('d7aa0f6d3061344e', 'hex')
const keyValueBlock = Buffer.from('146e0be7abacd0d6', 'hex')

function decryptAgile(description: Buffer, content: Buffer, secret: Buffer): Buffer {
  const { data, password } = readAgileSettings(description)
  const spun = spin(password.hash, password.salt, secret, password.spinCount)
  const open = (block: Buffer, value: Buffer): Buffer => {
    const key = sized(hashOf(password.hash, spun, block), password.keyBytes)
    return decryptBlocks('cbc', key, sized(password.salt, password.blockSize), value)
  }
  const expected = hashOf(password.hash, open(verifierInputBlock, password.verifierInput).subarray(0, password.salt.length))
  const stored = open(verifierHashBlock, password.verifierHash).subarray(0, expected.length)
  if (stored.length !== expected.length || !timingSafeEqual(expected, stored)) throw new Refusal('wrong_password')
  return decryptSegments(data, open(keyValueBlock, password.key).subarray(0, data.keyBytes), content)
}

/** Every 4096 bytes are a chain of their own, its start derived from the segment's number. */
function decryptSegments(settings: CipherSettings, key: Buffer, content: Buffer): Buffer {
  const segments: Buffer[] = []
  for (let at = 0, number = 0; at < content.length; at += segmentBytes, number++) {
    const vector = sized(hashOf(settings.hash, settings.salt, littleEndian(number)), settings.blockSize)
    segments.push(decryptBlocks('cbc', key, vector, wholeBlocks(content.subarray(at, at + segmentBytes))))
  }
  return Buffer.concat(segments)
}

function readAgileSettings(description: Buffer): AgileSettings {
  const reader = new AgileReader()
  reader.push(description)
  reader.finish()
  const data = reader.found.get('keyData')
  const password = reader.found.get('encryptedKey')
  if (!data || !password) throw unsupported()
  const spinCount = Number(password.get('spinCount'))
  if (!Number.isInteger(spinCount) || spinCount < 0 || spinCount > maxSpinCount) throw unsupported()
  return {
    data: cipherSettings(data),
    password: {
      ...cipherSettings(password),
      spinCount,
      verifierInput: base64(password.get('encryptedVerifierHashInput')),
      verifierHash: base64(password.get('encryptedVerifierHashValue')),
      key: base64(password.get('encryptedKeyValue')),
    },
  }
}

function cipherSettings(attributes: ReadonlyMap<string, string>): CipherSettings {
  const hash = (attributes.get('hashAlgorithm') ?? '').toLowerCase().replace('-', '')
  const keyBits = Number(attributes.get('keyBits'))
  const blockSize = Number(attributes.get('blockSize'))
  const isSupported = attributes.get('cipherAlgorithm') === 'AES' && attributes.get('cipherChaining') === 'ChainingModeCBC'
  if (!isSupported || blockSize !== 16 || ![128, 192, 256].includes(keyBits) || !getHashes().includes(hash)) throw unsupported()
  return { salt: base64(attributes.get('saltValue')), blockSize, keyBytes: keyBits / 8, hash }
}

const agileElements = ['keyData', 'encryptedKey'] as const
const agileAttributes = [
  'hashAlgorithm', 'keyBits', 'blockSize', 'cipherAlgorithm', 'cipherChaining', 'saltValue', 'spinCount',
  'encryptedVerifierHashInput', 'encryptedVerifierHashValue', 'encryptedKeyValue',
] as const

class AgileReader extends XmlReader {
  readonly found = new Map<string, ReadonlyMap<string, string>>()

  constructor() {
    super()
    // The password's key stands in a namespace of its own, `p:encryptedKey`.
    this.xml.acceptsForeignNames = true
  }

  protected override onOpen(name: number): void {
    for (const element of agileElements) {
      if (name !== nameCode(element) || this.found.has(element)) continue
      this.found.set(element, new Map(agileAttributes.map((attribute) => [attribute, this.xml.attribute(nameCode(attribute)) ?? ''])))
    }
  }
}

function spin(hash: string, salt: Buffer, secret: Buffer, count: number): Buffer {
  let value = hashOf(hash, salt, secret)
  const input = Buffer.alloc(4 + value.length)
  for (let round = 0; round < count; round++) {
    input.writeUInt32LE(round, 0)
    value.copy(input, 4)
    value = hashOf(hash, input)
  }
  return value
}

function hashOf(algorithm: string, ...parts: readonly Buffer[]): Buffer {
  const hash = createHash(algorithm)
  for (const part of parts) hash.update(part)
  return hash.digest()
}

function decryptBlocks(mode: 'ecb' | 'cbc', key: Buffer, vector: Buffer | null, value: Buffer): Buffer {
  if (value.length === 0 || value.length % 16 !== 0) throw damaged()
  const decipher = createDecipheriv(`aes-${key.length * 8}-${mode}`, key, vector).setAutoPadding(false)
  return Buffer.concat([decipher.update(value), decipher.final()])
}

function wholeBlocks(content: Buffer): Buffer {
  return content.length % 16 === 0 ? content : content.subarray(0, content.length - (content.length % 16))
}

function sized(value: Buffer, length: number): Buffer {
  return value.length >= length ? value.subarray(0, length) : Buffer.concat([value, Buffer.alloc(length - value.length, 0x36)])
}

function littleEndian(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value, 0)
  return bytes
}

function base64(text: string | undefined): Buffer {
  return Buffer.from(text ?? '', 'base64')
}

function damaged(): Refusal {
  return new Refusal('damaged', undefined, { what: 'encryption' })
}

function unsupported(): Refusal {
  return new Refusal('encrypted', undefined, { what: 'method' })
}
