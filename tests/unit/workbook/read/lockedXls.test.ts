import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withKnownDateFormats } from '../../../../src/main/workbook/ole/biffRecords'
import { encipheredXls, type XlsLock } from '../../../support/golden/encipherXls'
import { libraryFileOf } from '../../../support/golden/tablePlan'
import { readFile, refusalOf } from '../../../support/workbooks/readWorkbookFile'

let folder: string
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'locked-')) })
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

/** Enough rows for several blocks of the cipher, and two sheets, whose places stand in clear. */
const rows = Array.from({ length: 300 }, (_, at) => [`GB/T ${51_000 + at}-2021`, `海带加工规范 第${at}部分`, at])
const plain = libraryFileOf([{ name: '市南区', rows }, { name: '崂山区', rows: [['标准编号'], ['GB/T 1-2021']] }], 'biff8')

/** Why a file does not open: the code, and which cause of several. */
async function reasonOf(path: string, password?: string): Promise<unknown[]> {
  const { code, details } = await refusalOf(path, password === undefined ? {} : { password })
  return [code, details?.['what']]
}

describe('an .xls under a password', () => {
  const locks: readonly XlsLock[] = ['rc4', 'crypto_api_128', 'crypto_api_40', 'xor']

  it.each(locks)('opens with it as the file without one, and asks where it is missing or wrong: %s', async (lock) => {
    const path = join(folder, `${lock}.xls`)
    const open = join(folder, '原件.xls')
    writeFileSync(path, encipheredXls(plain, lock, 'qd2022'))
    writeFileSync(open, plain)
    expect((await readFile(path, { password: 'qd2022' })).sheets).toEqual((await readFile(open)).sheets)
    expect(await reasonOf(path)).toEqual(['encrypted', undefined])
    expect(await reasonOf(path, 'qd2021')).toEqual(['wrong_password', undefined])
  })

  it('opens unasked where the password is the one of every program', async () => {
    const path = join(folder, '只读.xls')
    writeFileSync(path, encipheredXls(plain, 'crypto_api_128', 'VelvetSweatshop'))
    expect((await readFile(path)).sheets.map(({ sheet }) => sheet.name)).toEqual(['市南区', '崂山区'])
  })

  it('is refused with what helps where the method is another one, and as damaged where its record is cut', async () => {
    const path = join(folder, '别的.xls')
    const file = encipheredXls(plain, 'crypto_api_128', 'qd2022')
    const at = file.indexOf(Buffer.from('0100020002000400', 'hex'))
    const method = Buffer.from(file)
    method.writeUInt16LE(9, at + 2)
    writeFileSync(path, method)
    expect(await reasonOf(path, 'qd2022')).toEqual(['encrypted', 'method'])
    const cut = Buffer.from(file)
    cut.writeUInt32LE(0xffff, at + 10)
    writeFileSync(path, cut)
    expect(await reasonOf(path, 'qd2022')).toEqual(['damaged', 'encryption'])
  })
})

describe('date formats that Chinese Excel does not spell out', () => {
  it('are put in the words of the formats that show as much, those that a file spells out stay', () => {
    const xf = (format: number) => Buffer.from([0xe0, 0, 4, 0, 0, 0, format, 0])
    const spelt = Buffer.from([0x1e, 0x04, 4, 0, 58, 0, 0, 0])
    const stream = Buffer.concat([Buffer.from([0x09, 0x08, 4, 0, 0, 6, 5, 0]), spelt, ...[31, 57, 58, 14, 164].map(xf)])
    const named = withKnownDateFormats(stream)
    expect(named && Array.from({ length: 5 }, (_, at) => named[16 + at * 8 + 6])).toEqual([14, 17, 58, 14, 164])
    expect(withKnownDateFormats(stream.subarray(0, 16))).toBeNull()
  })
})
