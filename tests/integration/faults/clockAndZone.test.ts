import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { makeBackup } from '../../../src/main/register/backup/makeBackup'
import { backupsOf } from '../../../src/main/register/backup/backupFiles'
import { newBackup, newestBackup } from '../../../src/main/register/backup/ownBackups'
import { undoBatch } from '../../../src/main/register/evidence/undoBatch'
import { localDate } from '../../../src/main/register/localDate'
import { editFields } from '../../../src/main/register/records/edit/editFields'
import { checkRegister } from '../../../src/main/store/checkRegister'
import { createHistoryReader } from '../../../src/main/store/sqlite/journal/historyReader'
import { buildProgramOnce, startProgram } from '../../support/faults/realProgram'
import { lengthOf, recordFigure } from '../../support/longSuites'
import { createRandom } from '../../support/registers/randomRecords'
import { recordServicesOver } from '../../support/registers/recordServices'
import { importSample, sampleClock, samplesFolder } from '../../support/registers/sampleImport'
import { tempRegister, type TempRegister } from '../../support/registers/tempRegister'

const [dates1904, lists] = ['12_李沧区补报_1904日期系统.xlsx', '16_共有专利_两区市报送.xlsx']
/** Instants at which a day, a summer or a century ends somewhere, and clocks that stand wrong. */
const instants = ['1999-12-31T23:59:59Z', '2100-03-01T00:00:00Z', '2022-03-27T00:59:59Z', '2022-03-13T09:59:59Z', '2022-10-30T00:59:59Z', '1986-05-03T18:00:00Z', '2021-12-31T16:00:00Z', '2021-06-30T15:59:59Z', '2024-02-29T23:30:00Z', '2038-01-19T03:14:08Z']
const usualZone = process.env['TZ']

afterEach(() => {
  vi.useRealTimers()
  if (usualZone === undefined) delete process.env['TZ']
  else process.env['TZ'] = usualZone
})

function standIn(zone: string, instant: string): void {
  process.env['TZ'] = zone
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(instant) })
}

/** How far a clock is set back between two changes: summer time, a battery that is empty. */
const [hourMs, yearMs] = [3_600_000, 365 * 86_400_000]

/** Imports with real dates, an edit of a date, a clock that goes back, an undo. @returns all that the records say */
async function recordsOf(register: TempRegister, backByMs = hourMs): Promise<string> {
  const store = register.open()
  for (const file of [dates1904, lists]) expect(await importSample(store, file, { at: Date.now() })).toMatchObject({ ok: true })
  const services = { ...recordServicesOver(store), now: () => Date.now() }
  vi.setSystemTime(Date.now() - backByMs)
  expect(await editFields(services, 'standard', 1, { publishedOn: '2021-03-28' })).toMatchObject({ ok: true })
  const records = [await store.records.all('standard'), await store.records.all('patent')]
  expect(await undoBatch(store, 2, { at: Date.now(), operator: '王芳' })).toMatchObject({ ok: true })
  const sequences = createHistoryReader(store.db)
  const entries = await sequences.ofRecord('standard', 1)
  expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map(({ sequence }) => sequence).toSorted((a, b) => a - b))
  await store.close()
  return JSON.stringify(records.map((all) => all.map(({ id, values }) => [id, values])))
}

describe('a clock that stands anywhere, in any zone', () => {
  const zones = Intl.supportedValuesOf('timeZone')

  it('moves no calendar date, and leaves the journal in order and proved', async () => {
    using usual = tempRegister()
    standIn('Asia/Shanghai', '2022-01-17T01:00:00Z')
    const expected = await recordsOf(usual)
    expect(expected).toContain('"publishedOn":"2021-03-28"')
    const random = createRandom(20_260_120)
    for (let tried = 0; tried < lengthOf('ZONES', 12); tried++) {
      // The long form goes through all of them before it begins anew.
      const zone = lengthOf('ZONES', 0) >= zones.length ? zones[tried % zones.length] ?? '' : random.pick(zones)
      const instant = instants[tried % instants.length] ?? ''
      using register = tempRegister()
      standIn(zone, instant)
      expect(await recordsOf(register, tried % 2 === 0 ? hourMs : yearMs), `${zone} ${instant}`).toBe(expected)
      const report = await checkRegister(register.path)
      expect(report.ok && report.value.problems.filter(({ problem }) => problem !== 'original_missing'), zone).toEqual([])
      const written = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(instant))
      expect(localDate(Date.parse(instant)), zone).toBe(written)
      recordFigure('zones', 1)
    }
  })
})

describe('a backup made while the clock stands wrong', () => {
  it('stays although it looks like the oldest of all, and one that is dated ahead has no age', async () => {
    using register = tempRegister()
    await register.open().close()
    const folder = join(register.folder, '备份')
    const backUp = async (day: string): Promise<string> => {
      const file = newBackup(register.path, folder, new Date(`${day}T09:30`).getTime())
      expect(await makeBackup(register.path, file)).toMatchObject({ ok: true })
      return file
    }
    for (let month = 1; month <= 12; month++) for (const day of ['26', '27']) await backUp(`2021-${String(month).padStart(2, '0')}-${day}`)
    const early = await backUp('1999-01-01')
    expect(backupsOf(register.path, folder).map(({ file }) => file)).toContain(early)
    await backUp('2100-01-01')
    expect(readdirSync(folder).length).toBeGreaterThan(12)
    expect(newestBackup(register.path, folder, new Date('2022-01-17T10:00').getTime())?.day).toBe('2021-12-27')
  })
})

describe('the real command line', () => {
  beforeAll(() => buildProgramOnce(), 60_000)

  it.each([['Pacific/Kiritimati', '1999-12-31T23:59:59Z'], ['America/St_Johns', '2100-03-01T00:00:00Z']])('reads the same dates in %s at %s, while its clock goes back', async (zone, instant) => {
    using register = tempRegister()
    const env = { TZ: zone, NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, '../../support/faults/shiftedClock.mjs')).href}`, CLOCK_SHIFT_MS: String(Date.parse(instant) - Date.now()), CLOCK_BACK_AFTER_MS: '150' }
    const run = async (...words: string[]): Promise<unknown> => JSON.parse((await startProgram([...words, '--register', register.path, '--today', sampleClock.today], { env }).ended).stdout)
    expect(await run('import', join(samplesFolder, dates1904))).toMatchObject({ rejected: [] })
    const { rows } = await run('list', 'standards', '--fields', 'standardNo,publishedOn,effectiveOn') as { rows: Record<string, string>[] }
    using usual = tempRegister()
    const store = usual.open()
    await importSample(store, dates1904)
    const dates = (await store.records.all('standard')).map(({ values }) => [values['publishedOn'], values['effectiveOn']].map((value) => value ?? null))
    await store.close()
    expect(rows.length).toBeGreaterThan(3)
    expect(rows.map(({ publishedOn, effectiveOn }) => [publishedOn ?? null, effectiveOn ?? null])).toEqual(dates)
    expect(await run('check')).toMatchObject({ ok: true })
    recordFigure('zones', 1)
  })
})
