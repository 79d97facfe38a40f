import { describe, expect, it } from 'vitest'
import { centralHeader, endOfDirectory, localHeader, type ZipEntry } from '../../../../src/main/workbook/write/package/zipFormat'

const small: ZipEntry = { name: 'a.xml', method: 8, flags: 0x800, crc: 1, compressedSize: 10, size: 20, offset: 30, modified: 0 }
const GIB = 2 ** 30

describe('ZIP records', () => {
  it('carry no zip64 field where 32 bits are enough', () => {
    expect([localHeader(small).length, centralHeader(small).length, endOfDirectory(1, 51, 100).length]).toEqual([30 + 5, 46 + 5, 22])
  })

  it('keep the place of a streamed header whatever its size turns out to be', () => {
    const large = localHeader({ ...small, size: 5 * GIB, compressedSize: GIB }, true)
    expect(large.length).toBe(localHeader(small, true).length)
    expect(large.readUInt32LE(22)).toBe(0xffff_ffff)
    expect([large.readUInt16LE(35), large.readBigUInt64LE(39), large.readBigUInt64LE(47)]).toEqual([1, BigInt(5 * GIB), BigInt(GIB)])
  })

  it('name positions beyond 4 GiB in zip64 fields', () => {
    const central = centralHeader({ ...small, offset: 6 * GIB })
    expect([central.readUInt16LE(51), central.readUInt16LE(53), central.readBigUInt64LE(55)]).toEqual([1, 8, BigInt(6 * GIB)])
    const end = endOfDirectory(70_000, 100, 6 * GIB)
    expect([end.readUInt32LE(0), end.readBigUInt64LE(32), end.readBigUInt64LE(48)]).toEqual([0x0606_4b50, 70_000n, BigInt(6 * GIB)])
  })
})
