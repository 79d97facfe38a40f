import * as XLSX from '@e965/xlsx'
import { createHash } from 'node:crypto'

/** How old Excels lock a workbook ([MS-OFFCRYPTO] 2.3.5 to 2.3.7). LibreOffice opens what is made here. */
export type XlsLock = 'rc4' | 'crypto_api_128' | 'crypto_api_40' | 'xor'

/** An .xls under a password: its workbook stream enciphered behind a record that says how. */
export function encipheredXls(plainFile: Buffer, lock: XlsLock, password: string): Buffer {
  const container = XLSX.CFB.read(plainFile, { type: 'buffer' })
  const stream = Buffer.from(XLSX.CFB.find(container, 'Workbook')?.content as Uint8Array)
  const locked = XLSX.CFB.utils.cfb_new()
  XLSX.CFB.utils.cfb_add(locked, '/Workbook', encipher(stream, lock, password))
  return XLSX.CFB.write(locked, { type: 'buffer' }) as Buffer
}

function encipher(plain: Buffer, lock: XlsLock, password: string): Buffer {
  const { filePass, cipher } = lock === 'xor' ? xorLock(password) : rc4Lock(lock, password)
  const record = Buffer.concat([header(0x2f, filePass.length), filePass])
  const begin = 4 + plain.readUInt16LE(2)
  const stream = Buffer.concat([plain.subarray(0, begin), record, plain.subarray(begin)])
  const result = Buffer.from(stream)
  for (let at = 0; at + 4 <= stream.length;) {
    const type = stream.readUInt16LE(at)
    const length = stream.readUInt16LE(at + 2)
    if (type === 0x85) result.writeUInt32LE(stream.readUInt32LE(at + 4) + record.length, at + 4)
    const clear = [0x809, 0x2f, 0xe1, 0x138, 0x194, 0x195, 0x196].includes(type) ? length : type === 0x85 ? 4 : 0
    for (let byte = at + 4 + clear; byte < at + 4 + length; byte++) result[byte] = cipher(stream[byte] ?? 0, byte, length)
    at += 4 + length
  }
  return result
}

interface Lock { filePass: Buffer; cipher(byte: number, at: number, recordLength: number): number }

function rc4Lock(lock: Exclude<XlsLock, 'xor'>, password: string): Lock {
  const salt = Buffer.from('00112233445566778899aabbccddeeff', 'hex')
  const secret = Buffer.from(password, 'utf16le')
  const keyOf = lock === 'rc4' ? office97Key(salt, secret) : cryptoApiKey(salt, secret, lock === 'crypto_api_40' ? 40 : 128)
  const verifier = Buffer.from('0f1e2d3c4b5a69788796a5b4c3d2e1f0', 'hex')
  const check = Buffer.concat([verifier, createHash(lock === 'rc4' ? 'md5' : 'sha1').update(verifier).digest()])
  const first = keystream(keyOf(0), check.length)
  const enciphered = check.map((byte, index) => byte ^ (first[index] ?? 0))
  const blocks = new Map<number, Uint8Array>()
  return {
    filePass: lock === 'rc4' ? Buffer.concat([words(1, 1, 1), salt, enciphered]) : Buffer.concat([words(1, 2, 2), description(lock === 'crypto_api_40' ? 40 : 128), longs(16), salt, enciphered.subarray(0, 16), longs(20), enciphered.subarray(16)]),
    cipher(byte, at) {
      const block = blocks.get(at >> 10) ?? keystream(keyOf(at >> 10), 1_024)
      blocks.set(at >> 10, block)
      return byte ^ (block[at & 1_023] ?? 0)
    },
  }
}

function office97Key(salt: Buffer, secret: Buffer): (block: number) => Buffer {
  const short = md5(secret).subarray(0, 5)
  const base = md5(Buffer.concat(Array.from({ length: 16 }, () => Buffer.concat([short, salt])))).subarray(0, 5)
  return (block) => md5(Buffer.concat([base, longs(block)]))
}

function cryptoApiKey(salt: Buffer, secret: Buffer, bits: 40 | 128): (block: number) => Buffer {
  const base = createHash('sha1').update(salt).update(secret).digest()
  return (block) => {
    const key = createHash('sha1').update(base).update(longs(block)).digest().subarray(0, bits / 8)
    return Buffer.concat([key, Buffer.alloc(16 - key.length)])
  }
}

function description(bits: number): Buffer {
  const name = Buffer.from('Microsoft Base Cryptographic Provider v1.0\0', 'utf16le')
  const body = Buffer.concat([longs(4, 0, 0x6801, 0x8004, bits, 1, 0, 0), name])
  return Buffer.concat([longs(4, body.length), body])
}

function keystream(key: Buffer, length: number): Uint8Array {
  const state = Array.from({ length: 256 }, (_, index) => index)
  const swap = (i: number, j: number): void => { [state[i], state[j]] = [state[j] ?? 0, state[i] ?? 0] }
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) % 256
    swap(i, j)
  }
  let j = 0
  return Uint8Array.from({ length }, (_, at) => {
    const i = (at + 1) % 256
    j = (j + (state[i] ?? 0)) % 256
    swap(i, j)
    return state[((state[i] ?? 0) + (state[j] ?? 0)) % 256] ?? 0
  })
}

/** Of one password: key, verifier and the sixteen bytes, with which LibreOffice opens the file. */
const knownXor = { password: 'qd2022', key: 0xef34, verifier: 0xc76f, bytes: '152e187f18773e402f552f4036bdd045' }

function xorLock(password: string): Lock {
  if (password !== knownXor.password) throw new Error(`no bytes known for ${password}`)
  const bytes = Buffer.from(knownXor.bytes, 'hex')
  return {
    filePass: words(0, knownXor.key, knownXor.verifier),
    cipher(byte, at, length) {
      const mixed = byte ^ (bytes[(at + length) % 16] ?? 0)
      return ((mixed >> 3) | (mixed << 5)) & 0xff
    },
  }
}

function md5(bytes: Buffer): Buffer {
  return createHash('md5').update(bytes).digest()
}

function header(type: number, length: number): Buffer {
  return words(type, length)
}

function words(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  for (const [index, value] of values.entries()) bytes.writeUInt16LE(value, index * 2)
  return bytes
}

function longs(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, index * 4)
  return bytes
}
