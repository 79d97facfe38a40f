import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recordKinds, type RecordKind } from '../../../../src/shared/domain/catalogue/fields'
import { listDefinitions, listKinds, type ListKind } from '../../../../src/shared/domain/catalogue/listFields'
import { createKindColumns, type KindColumns } from '../../../../src/main/register/lists/kindColumns'
import { packDate } from '../../../../src/main/register/columns/packedDate'
import { columnsOver } from '../../../../src/main/register/columns/columnsOwner'
import type { RegisterColumns } from '../../../../src/main/register/columns/registerColumns'
import { openSession, type RegisterSession } from '../../../../src/main/register/opened/session'
import { deleteRecords } from '../../../../src/main/register/records/edit/deleteRecords'
import { editFields } from '../../../../src/main/register/records/edit/editFields'
import type { RecordServices } from '../../../../src/main/register/records/recordServices'
import { restoreRecord } from '../../../../src/main/register/records/edit/restoreRecord'
import { undoLastChange } from '../../../../src/main/register/records/edit/undoChange'
import { createColumnChanges } from '../../../../src/main/store/sqlite/records/columnChanges'
import { createListReader } from '../../../../src/main/store/sqlite/records/listReader'
import type { SqliteStore } from '../../../../src/main/store/sqlite/createStore'
import { aBatch, aChangeSet, anInsert, aPatent, aSource } from '../../../support/registers/changeSets'
import { fillRandomly } from '../../../support/registers/fillRandomly'
import { recordServicesOver } from '../../../support/registers/recordServices'
import { lengthOf, recordFigure } from '../../../support/longSuites'
import { tempRegister } from '../../../support/registers/tempRegister'

const edited = ['patent', 'trademark', 'standard', 'honour', 'pct', 'unit'] as const
type Edited = (typeof edited)[number]

const names = fc.constantFrom('青岛海洋电梯有限公司', '上海食品生物研究院', '全新的甲公司', '全新的乙公司')
/** What is typed into fields of a kind. */
const typed: Readonly<Record<Edited, readonly (readonly [field: string, values: fc.Arbitrary<string>])[]>> = {
  patent: [['title', fc.constantFrom('一种新的阀门', 'Ａ型泵', '电梯制动装置', '')], ['parties', names], ['grantedOn', fc.constantFrom('2021-05-06', '')], ['type', fc.constantFrom('发明专利', '外观设计')]],
  trademark: [['owner', names], ['classes', fc.constantFrom('1', '3;5;9')], ['registeredOn', fc.constantFrom('2012-03-04', '2020-01-01')]],
  standard: [['title', fc.constantFrom('新标准', '术语')], ['publishedOn', fc.constantFrom('2021-02-03', '2019-12-31')]],
  honour: [['level', fc.constantFrom('金奖', '')]],
  pct: [['applicants', names]],
  unit: [['district', fc.constantFrom('市南区', '崂山区')], ['name', names]],
}

const place = fc.nat({ max: 11 })
const step = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...edited).chain((kind) => fc.constantFrom(...typed[kind]).chain(([field, values]) => fc.record({ what: fc.constant('edit' as const), kind: fc.constant(kind), at: place, field: fc.constant(field), value: values }))) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('delete' as const), kind: fc.constantFrom(...edited), at: place, upTo: place }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('restore' as const), kind: fc.constantFrom(...edited) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('undo' as const) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('import' as const), title: fc.constantFrom('一种新的阀门', '另一种装置'), parties: fc.uniqueArray(names, { minLength: 1, maxLength: 2 }) }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

class Register {
  readonly services: RecordServices
  readonly #deleted = new Map<Edited, number[]>()
  #imported = 0

  constructor(readonly store: SqliteStore) {
    this.services = recordServicesOver(store)
  }

  async take(done: Step): Promise<void> {
    switch (done.what) {
      case 'edit': {
        const [id] = await this.#ids(done.kind, done.at, done.at)
        if (id !== undefined) await editFields(this.services, done.kind, id, { [done.field]: done.value })
        return
      }
      case 'delete': {
        const ids = await this.#ids(done.kind, Math.min(done.at, done.upTo), Math.max(done.at, done.upTo))
        const gone = await deleteRecords(this.services, done.kind, ids)
        if (gone.ok) this.#deleted.set(done.kind, [...(this.#deleted.get(done.kind) ?? []), ...ids])
        return
      }
      case 'restore': {
        const id = this.#deleted.get(done.kind)?.pop()
        if (id !== undefined) await restoreRecord(this.services, done.kind, id)
        return
      }
      case 'undo': await undoLastChange(this.services); return
      case 'import': await this.#import(done.title, done.parties)
    }
  }

  async #ids(kind: RecordKind, from: number, to: number): Promise<number[]> {
    return (await this.store.records.all(kind)).map(({ id }) => id).slice(from, to + 1)
  }

  /** A file that changes a patent of the register and brings another one. */
  async #import(title: string, parties: string[]): Promise<void> {
    const number = `2021${String(++this.#imported).padStart(8, '0')}.1`
    const [known] = await this.store.records.byIds('patent', (await this.#ids('patent', this.#imported, this.#imported)))
    const updates = known ? [{ kind: 'patent' as const, id: known.id, basedOn: known.digest, values: { ...known.values, title, parties }, old: { title: known.values['title'] ?? null, parties: known.values['parties'] ?? null } }] : []
    const written = await this.store.apply(aChangeSet({ batch: aBatch({ sources: [aSource()] }), inserts: [anInsert('patent', aPatent({ applicationNumber: number, title, parties }))], updates }))
    expect(written.ok).toBe(true)
  }
}

const parts = ['units', 'directory', 'standards', 'patents', 'trademarks', 'pcts', 'honours', 'pilots', 'denominators', 'received'] as const

/** Status, district and the like hold on this day. */
const today = packDate('2022-01-17')

/** Everything that can be asked of columns, each under a name; what lists make of them besides is asked through `lists`. */
const questions = new Map<string, (columns: RegisterColumns, lists: (kind: ListKind) => KindColumns) => Promise<unknown>>([
  ...parts.map((part) => [part, async (columns: RegisterColumns) => comparable(await columns[part](), columns)] as const),
  ...recordKinds.map((kind) => [`${kind} ids`, (columns: RegisterColumns) => columns.stored(kind).ids()] as const),
  ...listKinds.flatMap((list) => listDefinitions[list].fields.flatMap(({ stored, type }) => (stored === undefined ? [] : [
    [`${list} ${stored}`, (columns: RegisterColumns) => columns.stored(listDefinitions[list].record).values(stored, type === 'text' || type === 'texts' ? 'pinyin' : 'plain')] as const,
  ]))),
  ...listKinds.flatMap((list) => listDefinitions[list].fields.filter(({ stored }) => stored === undefined).map((field) => [
    `computed ${list} ${field.name}`, (_columns: RegisterColumns, lists: (kind: ListKind) => KindColumns) => lists(list).values(field, today),
  ] as const)),
  ...listKinds.flatMap((list) => listDefinitions[list].fields.map((field) => [
    `order ${list} ${field.name}`, (_columns: RegisterColumns, lists: (kind: ListKind) => KindColumns) => lists(list).sortable(field, today),
  ] as const)),
])

/** Places by what they are, since they are numbered as they are met; functions and the room that is kept for more left out. */
function comparable(part: object, { places }: RegisterColumns): object {
  const told = Object.entries(part).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === 'function') return []
    if (name === 'place' || name === 'statedPlace') return [[name, Array.from(value as Uint8Array, (number) => places.places[number] ?? number)]]
    if (name === 'unitOfName' || name === 'typeOfName') return [[name, Array.from((value as Int32Array).subarray(0, 1_000))]]
    return [[name, value]]
  })
  return Array.isArray(part) ? part.map((row: { place: number }) => ({ ...row, place: places.places[row.place] })) : Object.fromEntries(told)
}

async function expectAsLoaded({ source, places, columns }: RegisterSession, store: SqliteStore, asked: readonly string[]): Promise<void> {
  const carried = await columns.current()
  const loaded = columnsOver(source, places.city, carried.sequence)
  const reader = createListReader(store.db)
  const listsOver = (of: RegisterColumns) => (kind: ListKind) => createKindColumns(source, reader, kind, of)
  for (const name of asked) {
    const ask = questions.get(name)
    expect({ [name]: await ask?.(carried, listsOver(carried)) }).toEqual({ [name]: await ask?.(loaded, listsOver(loaded)) })
  }
}

async function opened(size: number, seed: number) {
  const register = tempRegister()
  const store = register.open()
  await fillRandomly(store, seed, size)
  const session = openSession(register.path)
  if (!session.ok) throw new Error(session.code)
  return { store, session: session.value, register }
}

describe('columns that follow the register', () => {
  it('are at every step those that would be loaded, whatever was asked in between', async () => {
    const walks = lengthOf('CARRIED_WALKS', 6)
    const walk = fc.array(fc.tuple(step, fc.subarray([...questions.keys()])), { minLength: 6, maxLength: 14 })
    await fc.assert(fc.asyncProperty(walk, fc.integer({ min: 1, max: 9 }), async (steps, seed) => {
      const { store, session, register } = await opened(12, seed)
      const changing = new Register(store)
      await expectAsLoaded(session, store, [...questions.keys()])
      for (const [done, asked] of steps) {
        await changing.take(done)
        await expectAsLoaded(session, store, asked)
      }
      await expectAsLoaded(session, store, [...questions.keys()])
      await session.close()
      register[Symbol.dispose]()
    }), { numRuns: walks })
    recordFigure('columnWalks', walks)
  })

  it('keep in an earlier state what was asked there', async () => {
    const { store, session, register } = await opened(30, 3)
    const changing = new Register(store)
    const before = await session.columns.current()
    const titles = await before.stored('patent').values('title', 'pinyin')
    await changing.take({ what: 'edit', kind: 'patent', at: 4, field: 'title', value: '一种新的阀门' })
    const after = await session.columns.current()
    const now = await after.stored('patent').values('title', 'pinyin')
    expect([titles.values.includes('一种新的阀门'), now.values.includes('一种新的阀门')]).toEqual([false, true])
    expect(await before.stored('patent').values('title', 'pinyin')).toBe(titles)
    await session.close()
    register[Symbol.dispose]()
  })

  it('take over what a change has not touched, and what a unit’s change might have moved they load', async () => {
    const { store, session, register } = await opened(30, 4)
    const changing = new Register(store)
    const askAll = async () => {
      const columns = await session.columns.current()
      return { trademarks: await columns.trademarks(), names: await columns.stored('trademark').values('name', 'pinyin'), units: await columns.units() }
    }
    const before = await askAll()
    await changing.take({ what: 'edit', kind: 'patent', at: 4, field: 'title', value: '一种新的阀门' })
    const after = await askAll()
    expect(Object.entries(before).map(([name, part]) => after[name as keyof typeof after] === part)).toEqual([true, true, true])
    await changing.take({ what: 'edit', kind: 'unit', at: 4, field: 'district', value: '崂山区' })
    const moved = await askAll()
    expect(Object.entries(after).map(([name, part]) => moved[name as keyof typeof moved] === part)).toEqual([false, true, false])
    await session.close()
    register[Symbol.dispose]()
  })

  it('are loaded again after an undone import or changed settings, of which no record tells', async () => {
    const { store, session, register } = await opened(5, 5)
    const changes = createColumnChanges(store.db)
    const sequence = await session.source.sequence()
    expect(await changes.since(sequence)).toEqual(new Map())
    await store.apply(aChangeSet({ kind: 'undo_batch', undoes: 3, readAt: sequence, removes: [{ kind: 'patent', ids: [1, 2] }] }))
    expect(await changes.since(sequence)).toBeNull()
    await session.close()
    register[Symbol.dispose]()
  })
})
