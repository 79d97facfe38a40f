import { createRandom, type Random } from '../registers/randomRecords'
import { partsOf, zipOf } from '../workbooks/workbookParts'

/**
 * Broken versions of a file, the same ones for the same seed. Packages are broken inside their parts and packed again,
 * so that the damage is met by the reader of the part and not by a checksum.
 */
export function* mutationsOf(original: Buffer, seed: number, count: number): Generator<{ name: string; content: Buffer }> {
  const random = createRandom(seed)
  const isPackage = original.readUInt16LE(0) === 0x4b50
  for (let index = 0; index < count; index++) {
    const inside = isPackage && random.chance(0.8)
    yield { name: `seed ${seed}, input ${index}`, content: inside ? breakPart(original, random) : breakBytes(original, random) }
  }
}

function breakPart(original: Buffer, random: Random): Buffer {
  const parts = partsOf(original)
  const index = between(random, 0, parts.length - 1)
  const part = parts[index]
  if (!part) return original
  if (random.chance(0.1)) return zipOf(parts.filter((_, at) => at !== index))
  if (random.chance(0.05)) return zipOf([...parts, part])
  return zipOf(parts.map((other, at) => (at === index ? { ...other, content: breakBytes(Buffer.from(other.content), random) } : other)))
}

const numbers = ['-1', '0', '99999999999', '1e308', '4294967296', 'NaN', '', 'A1:XFD1048576', '16384', '1048577']

/** One to three damages of one kind each. */
function breakBytes(bytes: Buffer, random: Random): Buffer {
  let broken = Buffer.from(bytes)
  for (let times = between(random, 1, 3); times > 0; times--) broken = damage(broken, random)
  return broken
}

function damage(bytes: Buffer, random: Random): Buffer<ArrayBuffer> {
  if (bytes.length < 4) return Buffer.from(bytes)
  const at = between(random, 0, bytes.length - 2)
  const to = Math.min(bytes.length, at + between(random, 1, 200))
  switch (between(random, 0, 6)) {
    case 0: return Buffer.from(bytes.subarray(0, at))
    case 1: return Buffer.concat([bytes.subarray(0, at), bytes.subarray(to)])
    case 2: return Buffer.concat([bytes.subarray(0, to), bytes.subarray(at)])
    case 3: return replacedNumber(bytes, at, random)
    case 4: return withRandomBytes(bytes, at, between(random, 1, 8), random)
    case 5: return withBytes(bytes, at, Buffer.from([0xff, 0xff]))
    default: return withBytes(bytes, at, Buffer.from(random.pick(['<', '>', '"', '&#x0;', ']]>', '\0', '<!--', ',', '\r'])))
  }
}

/** The next number of a text part, made impossible; a length field of a binary one. */
function replacedNumber(bytes: Buffer, from: number, random: Random): Buffer<ArrayBuffer> {
  const text = bytes.toString('latin1', from, Math.min(bytes.length, from + 2_000))
  const found = /\d+/u.exec(text)
  if (!found) return withRandomBytes(bytes, from, 4, random)
  const start = from + found.index
  return Buffer.concat([bytes.subarray(0, start), Buffer.from(random.pick(numbers)), bytes.subarray(start + found[0].length)])
}

function withRandomBytes(bytes: Buffer, at: number, count: number, random: Random): Buffer<ArrayBuffer> {
  return withBytes(bytes, at, Buffer.from(Array.from({ length: count }, () => between(random, 0, 255))))
}

function withBytes(bytes: Buffer, at: number, put: Buffer): Buffer<ArrayBuffer> {
  const copy = Buffer.from(bytes)
  put.copy(copy, at)
  return copy
}

function between(random: Random, from: number, to: number): number {
  return from + random.below(to - from + 1)
}
