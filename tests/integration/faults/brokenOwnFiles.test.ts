import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkRegister } from '../../../src/main/store/checkRegister'
import { bufferSource } from '../../../src/main/workbook/byteSource'
import { readZipDirectory } from '../../../src/main/workbook/zip/zipDirectory'
import { cliHere, faultOf, readyParsers } from '../../support/faults/cliHere'
import { mutationsOf } from '../../support/golden/mutateFile'
import { isLong, lengthOf, recordFigure } from '../../support/longSuites'
import { releasedRegisters, unpackReleased } from '../../support/registers/releasedRegisters'
import { samplesFolder } from '../../support/registers/sampleImport'
import { tempRegister } from '../../support/registers/tempRegister'
import { partsOf, withBrokenPart, zipOf } from '../../support/workbooks/workbookParts'

/** Files of the program itself, or of senders, which it takes back; each is broken in so many ways. */
const kinds = ['form', 'list', 'report', 'backup'] as const
const inputs = isLong ? Math.ceil(lengthOf('MUTATIONS', 0) / 50 / kinds.length) : 5
const form = join(samplesFolder, '30_省局上报模板_F2.xlsx')
const bindings = join(samplesFolder, '../templates/省局上报模板_F2.bindings.json')

const register = tempRegister()
const originals = new Map<string, Buffer>()
const at = (name: string): string => join(register.folder, name)
const common = (): string[] => ['--register', register.path, '--today', '2022-01-17', '--operator', '王芳', '--json']

async function done<T>(words: readonly string[]): Promise<T> {
  const { code, stdout } = await cliHere([...words, ...common()])
  if (code !== 0) throw new Error(stdout)
  return JSON.parse(stdout) as T
}

beforeAll(async () => {
  await readyParsers()
  unpackReleased(releasedRegisters.at(-1) ?? '', register.folder)
  const { batch } = await done<{ batch: number }>(['import', join(samplesFolder, '90_脏数据_标准.xlsx')])
  await done(['return', String(batch), '--out', at('退回.xlsx')])
  await done(['report', 'F9', '--period', '2021', '--reason', '测试', '--out', at('报表.xlsx')])
  const { file } = await done<{ file: string }>(['backup', '--to', at('备份')])
  for (const [kind, source] of [['form', form], ['list', at('退回.xlsx')], ['report', at('报表.xlsx')], ['backup', file]] as const) originals.set(kind, readFileSync(source))
})
afterAll(() => register[Symbol.dispose]())

/** What is done with a broken file of each kind, and what is then wrong beside its answer. */
const uses = {
  form: { file: '模板.xlsx', words: (file: string) => ['fill', file, '--bindings', bindings, '--period', '2021', '--out', at('已填.xlsx')] },
  list: { file: '退回改好.xlsx', words: (file: string) => ['import', file, '--dry-run'] },
  report: { file: '报表改.xlsx', words: (file: string) => ['verify-report', file] },
  backup: { file: '坏备份.bzr', words: (file: string) => ['restore-backup', file, '--dry-run'] },
} as const

/** Each part unpacks to what the directory says. */
function isSoundPackage(file: string): boolean {
  const bytes = readFileSync(file)
  try {
    const unpacked = partsOf(bytes)
    return readZipDirectory(bufferSource(bytes)).every(({ size, crc }, at) => unpacked[at]?.content.length === size && crc32(unpacked[at].content) === crc)
  } catch {
    return false
  }
}

it.each(kinds)('takes a broken %s or refuses it in words, and what it then writes is whole', async (kind) => {
  const original = originals.get(kind)
  if (original === undefined) throw new Error(kind)
  const strange: string[] = []
  const { file, words } = uses[kind]
  for (const { name, content } of mutationsOf(original, 20_261_127, inputs)) {
    writeFileSync(at(file), content)
    const outcome = await cliHere([...words(at(file)), ...common()])
    const fault = faultOf(outcome, [kind])
    if (fault !== null) strange.push(`${name}: ${fault}`)
    const filled = at('已填.xlsx')
    if (kind === 'form' && existsSync(filled) !== (outcome.code === 0)) strange.push(`${name}: half written`)
    const isWhole = !existsSync(filled) || isSoundPackage(filled)
    rmSync(filled, { force: true })
    if (!isWhole) strange.push(`${name}: a part of what was written is damaged`)
  }
  expect(strange.slice(0, 5)).toEqual([])
  recordFigure('ownFiles', inputs)
})

it('refuses a form whose last part is damaged when most of it is written, and leaves nothing of it', async () => {
  const picture = { name: 'xl/media/章.png', content: randomBytes(300_000) }
  const seal = { name: 'xl/media/签.png', content: randomBytes(2_000) }
  writeFileSync(at('模板.xlsx'), withBrokenPart(zipOf([...partsOf(readFileSync(form)), picture, seal]), seal.name, 'checksum'))
  const before = readdirSync(register.folder)
  const outcome = await cliHere([...uses.form.words(at('模板.xlsx')), ...common()])
  expect(outcome.code).toBe(1)
  expect(JSON.parse(outcome.stdout)).toMatchObject({ error: { code: 'damaged', details: { part: seal.name } } })
  expect(readdirSync(register.folder)).toEqual(before)
})

it('leaves the register as it was', async () => {
  const report = await checkRegister(register.path)
  expect(report.ok && report.value.problems.filter(({ problem }) => problem !== 'original_missing' && problem !== 'attachment_missing')).toEqual([])
})
