import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { undoBatch } from '../../../src/main/register/evidence/undoBatch'
import { KnownUnits } from '../../../src/main/register/import/knownUnits'
import type { SqliteStore } from '../../../src/main/store/sqlite/createStore'
import { importSample, openNewRegister, readExpected, sampleClock } from '../../support/registers/sampleImport'

/** Single records that the samples lay traps for, totals of the register, and the undo of one batch after all. */
const expected = readExpected()
let store: SqliteStore
const batches = new Map<string, number>()

beforeAll(async () => {
  store = openNewRegister()
  for (const step of expected.importOrder) {
    if (step.outcome) continue
    const result = await importSample(store, step.file)
    if (!result.ok) throw new Error(`${step.file}: ${result.code}`)
    batches.set(step.file, result.value.batch ?? 0)
  }
}, 120_000)
afterAll(async () => { await store.close() })

const newOrRevised: Record<string, string> = { 制定: 'new', 修订: 'revised' }

interface Spot { kind: string; why: string; [field: string]: unknown }

async function found(spot: Spot): Promise<Record<string, unknown>> {
  const wanted: Record<string, unknown> = {}
  if (spot.kind === 'standard') {
    const record = (await store.records.byKeys('standard', [String(spot.standardNo)])).get(String(spot.standardNo))
    const names = Array.isArray(record?.values.drafting) ? record.values.drafting.map((place) => (Array.isArray(place) ? place[1] : '')) : []
    const units = new KnownUnits(await store.records.all('unit'))
    // A file that gives only the month cannot tell the day: what is known must agree.
    wanted.publishedOn = String(spot.publishedOn).startsWith(String(record?.values.publishedOn)) ? spot.publishedOn : record?.values.publishedOn
    wanted.newOrRevised = record?.values.newOrRevised
    wanted.units = names.map((name) => units.resolve(String(name))?.name ?? String(name))
  } else if (spot.kind === 'patent') {
    const record = (await store.records.byKeys('patent', [String(spot.applicationNumber)])).get(String(spot.applicationNumber))
    if ('filed' in spot) Object.assign(wanted, { filed: record?.values.filedOn, granted: record?.values.grantedOn ?? null, lapse: record?.values.lapsedOn ?? null, publications: withoutUnseen(spot.publications, record?.values.publications) })
    if ('overseas' in spot) wanted.overseas = record?.values.overseasFamily === 1
  } else if (spot.kind === 'trademark') {
    const record = (await store.records.byKeys('trademark', [String(spot.registrationNumber)])).get(String(spot.registrationNumber))
    Object.assign(wanted, { applied: record?.values.appliedOn, registered: record?.values.registeredOn ?? null, classes: record?.values.classes, termEnd: record?.values.termEndOn ?? null })
  }
  return wanted
}

/** Publications of the world that no file shows are not missed; order and everything else must agree. */
function withoutUnseen(all: unknown, seen: unknown): unknown {
  const inOrder = Array.isArray(all) && Array.isArray(seen) ? all.filter((number) => seen.includes(number)) : []
  return Array.isArray(seen) && seen.length > 0 && JSON.stringify(inOrder) === JSON.stringify(seen) ? all : seen
}

function truth(spot: Spot): Record<string, unknown> {
  if (spot.kind === 'standard') return { publishedOn: spot.publishedOn, newOrRevised: newOrRevised[String(spot.newOrRevised)], units: spot.draftingUnits }
  if (spot.kind === 'patent') {
    return { ...('filed' in spot ? { filed: spot.filed, granted: spot.granted, lapse: spot.lapse, publications: spot.publications } : {}), ...('overseas' in spot ? { overseas: spot.overseas } : {}) }
  }
  if (spot.kind === 'trademark') return { applied: spot.applied, registered: spot.registered ?? null, classes: spot.classes, termEnd: spot.termEnd ?? null }
  return {}
}

describe('single records', () => {
  it.each((expected.spotRecords as Spot[]).map((spot) => [`${spot.kind}: ${spot.why}`, spot] as const))('%s', async (_, spot) => {
    expect(await found(spot)).toEqual(truth(spot))
  })
})

describe('the register after all samples', () => {
  it('holds as many records of each kind as the invented world has', async () => {
    const totals = expected.registerTotals as Record<string, Record<string, number>>
    const trademarks = await store.records.all('trademark')
    expect({
      units: await store.records.count('unit'), standards: await store.records.count('standard'), patents: await store.records.count('patent'),
      registrations: trademarks.length, pairs: trademarks.reduce((sum, { values }) => sum + (Array.isArray(values.classes) ? values.classes.length : 0), 0),
      honours: await store.records.count('honour'), pilots: await store.records.count('pilot'),
    }).toEqual({
      units: totals.units?.total, standards: totals.standards?.total, patents: totals.patents?.total,
      registrations: totals.trademarks?.registrations, pairs: totals.trademarks?.classPairs, honours: totals.honours?.total, pilots: totals.pilots?.total,
    })
  })

  it('splits standards by kind and into new and revised as the world does', async () => {
    const standards = expected.registerTotals.standards as { byKind: Record<string, number>; revised: number; abolished: number }
    const records = await store.records.all('standard')
    const byKind: Record<string, number> = {}
    for (const { values } of records) byKind[String(values.kind)] = (byKind[String(values.kind)] ?? 0) + 1
    expect(byKind).toEqual(standards.byKind)
    expect(records.filter(({ values }) => values.newOrRevised === 'revised').length).toBe(standards.revised)
  })
})

describe('undoing one batch after all imports', () => {
  it.each((expected.undo as { file: string; recordsGone?: number; gone?: string[] }[]).map((undo) => [undo.file, undo] as const))('%s takes exactly its own records away', async (file, undo) => {
    const keys = async (): Promise<Set<string>> => new Set([...(await store.records.all('standard')).map(({ values }) => String(values.standardNo)), ...(await store.records.all('patent')).map(({ values }) => String(values.applicationNumber)), ...(await store.records.all('trademark')).flatMap(({ values }) => (Array.isArray(values.classes) ? values.classes.map((one) => `${String(values.registrationNumber)}/${String(one)}`) : []))])
    const before = await keys()
    const result = await undoBatch(store, batches.get(file) ?? 0, sampleClock)
    if (!result.ok) throw new Error(result.code)
    const after = await keys()
    const gone = [...before].filter((key) => !after.has(key)).sort()
    expect(gone.length).toBe(undo.recordsGone)
    expect(result.value.records.removed).toBe(undo.recordsGone)
    if (undo.gone && undo.gone.length === undo.recordsGone) expect(gone).toEqual([...undo.gone].sort())
    const again = await importSample(store, file)
    if (!again.ok) throw new Error(again.code)
    expect(await keys()).toEqual(before)
  })
})
