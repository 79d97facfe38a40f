/**
 * "XOR obfuscation" of old .xls files ([MS-OFFCRYPTO] 2.3.7.1 to 2.3.7.3): sixteen bytes out of the password, over and over.
 * Turns of bits are as Excel does them; the document has those of Word.
 */
import { Refusal } from '../../../shared/domain/result'

const longestPassword = 15
const padding = [0xbb, 0xff, 0xff, 0xba, 0xff, 0xff, 0xb9, 0x80, 0x00, 0xbe, 0x0f, 0x00, 0xbf, 0x0f, 0x00]
const initialCode = [0xe1f0, 0x1d0f, 0xcc9c, 0x84c0, 0x110c, 0x0e10, 0xf1ce, 0x313e, 0x1872, 0xe139, 0xd40f, 0x84f9, 0x280c, 0xa96a, 0x4ec3]
const matrix = [
  0xaefc, 0x4dd9, 0x9bb2, 0x2745, 0x4e8a, 0x9d14, 0x2a09, 0x7b61, 0xf6c2, 0xfda5, 0xeb6b, 0xc6f7, 0x9dcf, 0x2bbf, 0x4563, 0x8ac6, 0x05ad, 0x0b5a, 0x16b4, 0x2d68, 0x5ad0,
  0x0375, 0x06ea, 0x0dd4, 0x1ba8, 0x3750, 0x6ea0, 0xdd40, 0xd849, 0xa0b3, 0x5147, 0xa28e, 0x553d, 0xaa7a, 0x44d5, 0x6f45, 0xde8a, 0xad35, 0x4a4b, 0x9496, 0x390d, 0x721a,
  0xeb23, 0xc667, 0x9cef, 0x29ff, 0x53fe, 0xa7fc, 0x5fd9, 0x47d3, 0x8fa6, 0x0f6d, 0x1eda, 0x3db4, 0x7b68, 0xf6d0, 0xb861, 0x60e3, 0xc1c6, 0x93ad, 0x377b, 0x6ef6, 0xddec,
  0x45a0, 0x8b40, 0x06a1, 0x0d42, 0x1a84, 0x3508, 0x6a10, 0xaa51, 0x4483, 0x8906, 0x022d, 0x045a, 0x08b4, 0x1168, 0x76b4, 0xed68, 0xcaf1, 0x85c3, 0x1ba7, 0x374e, 0x6e9c,
  0x3730, 0x6e60, 0xdcc0, 0xa9a1, 0x4363, 0x86c6, 0x1dad, 0x3331, 0x6662, 0xccc4, 0x89a9, 0x0373, 0x06e6, 0x0dcc, 0x1021, 0x2042, 0x4084, 0x8108, 0x1231, 0x2462, 0x48c4,
] as const

/**
 * The sixteen bytes of a password.
 *
 * @param check  key and verifier of the file; refuses with `wrong_password` where they are another password's
 */
export function obfuscationOf(check: Buffer, password: string): Uint8Array {
  if (check.length < 4) throw new Refusal('damaged', undefined, { what: 'encryption' })
  const secret = narrow(password)
  if (secret.length === 0 || verifierOf(secret) !== check.readUInt16LE(2) || keyOf(secret) !== check.readUInt16LE(0)) throw new Refusal('wrong_password')
  return arrayOf(secret)
}

/**
 * Reveals enciphered data in place.
 *
 * @param place  where in the array the first byte's turn is: its offset in the stream and the length of its record, together
 */
export function reveal(data: Uint8Array, place: number, array: Uint8Array): void {
  for (let at = 0; at < data.length; at++) data[at] = turned(data[at]!, 3) ^ array[(place + at) % 16]!
}

/** The bytes of the code page of old: of a character beyond it the half that is not zero. */
function narrow(password: string): number[] {
  return Array.from(password.slice(0, longestPassword), (char) => char.charCodeAt(0) & 0xff || char.charCodeAt(0) >> 8)
}

function verifierOf(secret: readonly number[]): number {
  let verifier = 0
  for (const byte of [secret.length, ...secret].toReversed()) verifier = (((verifier >> 14) & 1) | ((verifier << 1) & 0x7fff)) ^ byte
  return verifier ^ 0xce4b
}

function keyOf(secret: readonly number[]): number {
  let key = initialCode[secret.length - 1] ?? 0
  let element = matrix.length - 1
  for (const byte of secret.toReversed()) {
    for (let bit = 0x40, step = 0; step < 7; bit >>= 1, step++, element--) if (byte & bit) key ^= matrix[element] ?? 0
  }
  return key
}

/** Password and padding, mixed with the two halves of the key in turn. */
function arrayOf(secret: readonly number[]): Uint8Array {
  const key = keyOf(secret)
  return Uint8Array.from({ length: 16 }, (_, index) => {
    const mixed = (index < secret.length ? secret[index]! : padding[index - secret.length]!) ^ (index % 2 === 0 ? key & 0xff : key >> 8)
    return turned(mixed, 2)
  })
}

function turned(byte: number, bits: number): number {
  return ((byte << bits) | (byte >> (8 - bits))) & 0xff
}
