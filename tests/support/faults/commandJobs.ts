import { cpSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { expect } from 'vitest'
import { backupsOf } from '../../../src/main/register/backup/backupFiles'
import { tidyFiles } from '../../../src/main/register/attachments/tidyFiles'
import { openSession } from '../../../src/main/register/opened/session'
import { checkRegister } from '../../../src/main/store/checkRegister'
import { createFileStore, filesFolderOf } from '../../../src/main/store/fileStore'
import { samplesFolder } from '../registers/sampleImport'
import { releasedRegisters, unpackReleased } from '../registers/releasedRegisters'
import { writeCsv } from '../workbooks/tableFiles'
import { buildProgramOnce, faultClock, outcomeOf, startProgram } from './realProgram'
import { stateOf } from './registerState'

/** A command that changes a register, with the register it starts from. */
export interface CommandJob {
  name: string
  /** Folder with 台账.bzr and whatever lies beside it; copied for every try. */
  start: string
  words: readonly string[]
  before: string
  after: string
}

export interface JobScene extends Disposable {
  jobs: readonly CommandJob[]
  /** A copy of the job's start in the same place each time; the one before is gone. */
  lay(job: CommandJob): string
}

const registerName = '台账.bzr'
const standard = 'GB/T 41701.1-2021'

const plans: readonly { name: string; from: 'filled' | 'old'; words(scene: string): string[] }[] = [
  { name: 'importing', from: 'filled', words: (scene) => ['import', join(scene, '清单.csv')] },
  { name: 'editing', from: 'filled', words: () => ['set', 'standards', standard, 'title=海洋工程装备', 'publishedOn=2021-08-21'] },
  { name: 'undoing a batch', from: 'filled', words: () => ['undo', '3'] },
  { name: 'merging units', from: 'filled', words: () => ['units', 'merge', '青岛翊钦食品有限公司', '山东旻钦农业科技有限公司'] },
  { name: 'attaching', from: 'filled', words: (scene) => ['attach', 'standards', standard, join(scene, '扫描件.pdf')] },
  { name: 'making a backup', from: 'filled', words: (scene) => ['backup', '--to', join(scene, 'tried', '备份')] },
  { name: 'restoring a backup', from: 'filled', words: (scene) => ['restore-backup', join(scene, 'tried', '台账_20220110-0930.bzr')] },
  { name: 'upgrading', from: 'old', words: () => ['batches'] },
  { name: 'freezing a report', from: 'filled', words: () => ['freeze', 'F2', '--period', '2021'] },
]

export const jobNames: readonly string[] = plans.map(({ name }) => name)

/** Registers and files for the fault suites, and what each job makes of them when nothing interferes. */
export async function prepareJobs(names: readonly string[] = jobNames): Promise<JobScene> {
  await buildProgramOnce()
  const scene = mkdtempSync(join(tmpdir(), 'faults-'))
  await fillRegister(scene)
  const tried = join(scene, 'tried')
  const lay = (start: string): string => {
    rmSync(tried, { recursive: true, force: true })
    cpSync(start, tried, { recursive: true })
    return join(tried, registerName)
  }
  const jobs: CommandJob[] = []
  for (const plan of plans.filter(({ name }) => names.includes(name))) {
    const start = join(scene, plan.from)
    const register = lay(start)
    const words = [...plan.words(scene), '--register', register, ...faultClock]
    const before = stateOf(register)
    const end = await startProgram(words).ended
    if (outcomeOf(end) !== 'answered') throw new Error(`${plan.name}: ${outcomeOf(end)}`)
    jobs.push({ name: plan.name, start, words, before, after: stateOf(register) })
  }
  return { jobs, lay: ({ start }) => lay(start), [Symbol.dispose]: () => rmSync(scene, { recursive: true, force: true }) }
}

/**
 * `filled`: a register of this form of the tables with originals beside it, and a backup of the form before; `old`: a register
 * that the oldest program left.
 */
async function fillRegister(scene: string): Promise<void> {
  const [before = '', newest = ''] = releasedRegisters.slice(-2)
  const register = unpackReleased(newest, join(scene, 'filled'))
  renameSync(unpackReleased(before, join(scene, 'earlier')), join(scene, 'filled', '台账_20220110-0930.bzr'))
  unpackReleased(releasedRegisters[0] ?? '', join(scene, 'old'))
  for (const original of ['01_单位名录_2021.xlsx', '22_质量品牌荣誉汇总_F9.xlsx']) expect(await createFileStore(register).keep(join(samplesFolder, original))).toMatchObject({ ok: true })
  writeCsv(join(scene, '清单.csv'), [['标准编号', '标准名称', '发布日期'], ...Array.from({ length: 1_200 }, (_, at) => [`GB/T ${90_000 + at}-2020`, `名称${at}`, '2020-01-01'])])
  writeFileSync(join(scene, '扫描件.pdf'), Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(300_000, 7)]))
}

/** Not every original and attachment of the stored registers is stored beside them. */
const notDamage = new Set(['original_missing', 'attachment_missing'])

/**
 * Proves a register after a fault: it opens, holds the state before the job or the one after it and nothing between,
 * its check is clean, its backups are good and nothing is left in its files that nothing speaks of.
 *
 * @returns whether the job's change is there
 */
export async function expectWhole(register: string, job: CommandJob): Promise<boolean> {
  const state = stateOf(register)
  expect([job.before, job.after]).toContain(state)
  for (const { file } of [...backupsOf(register, dirname(register)), ...backupsOf(register, join(dirname(register), '备份'))]) await expectSound(file)
  await expectSound(register)
  await expectTidy(register)
  return state === job.after
}

/** Of a copy: what an older program made is brought to this version when it is looked at. */
async function expectSound(file: string): Promise<void> {
  const copy = join(mkdtempSync(join(tmpdir(), 'proof-')), registerName)
  for (const ending of ['', '-wal']) if (existsSync(file + ending)) cpSync(file + ending, copy + ending)
  const report = await checkRegister(copy)
  expect(report.ok ? report.value.problems.filter(({ problem }) => !notDamage.has(problem)) : report.code, basename(file)).toEqual([])
  rmSync(dirname(copy), { recursive: true, force: true })
}

/** As the idle clean-up finds it an hour later: what it leaves is what the register speaks of. */
async function expectTidy(register: string): Promise<void> {
  const folder = filesFolderOf(register)
  if (!existsSync(folder)) return
  const filesIn = (): string[] => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  for (const file of filesIn()) utimesSync(file, 1, 1)
  const session = openSession(register)
  if (!session.ok) throw new Error(session.code)
  await tidyFiles(session.value, false)
  const wanted = await session.value.store.attachments.keptContent()
  await session.value.close()
  expect(filesIn().filter((file) => !wanted.has(basename(file).replace('.deflate', '')))).toEqual([])
}
