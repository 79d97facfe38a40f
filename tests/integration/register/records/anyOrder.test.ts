import { hash } from 'node:crypto'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { attachFiles, detachFile } from '../../../../src/main/register/attachments/attachFiles'
import { undoBatch } from '../../../../src/main/register/evidence/undoBatch'
import { importFile } from '../../../../src/main/register/import/importFile'
import { planRedo } from '../../../../src/main/register/import/redo/planRedo'
import { createImportServices } from '../../../../src/main/register/import/services'
import { applyBlock, previewBlock } from '../../../../src/main/register/records/edit/blockEdit'
import { openSession, type RegisterSession } from '../../../../src/main/register/opened/session'
import { createRecord } from '../../../../src/main/register/records/edit/createRecord'
import { deleteRecord } from '../../../../src/main/register/records/edit/deleteRecord'
import { deleteRecords } from '../../../../src/main/register/records/edit/deleteRecords'
import { editFields } from '../../../../src/main/register/records/edit/editFields'
import type { RecordChange, RecordServices } from '../../../../src/main/register/records/recordServices'
import { restoreRecord } from '../../../../src/main/register/records/edit/restoreRecord'
import { restoreState } from '../../../../src/main/register/records/edit/restoreState'
import { undoChange } from '../../../../src/main/register/records/edit/undoChange'
import { createUndoStack, type UndoStack } from '../../../../src/main/register/records/edit/undoStack'
import { checkRegister } from '../../../../src/main/store/checkRegister'
import { createFileStore, type FileStore } from '../../../../src/main/store/fileStore'
import type { SqliteStore } from '../../../../src/main/store/sqlite/createStore'
import type { FieldValue } from '../../../../src/shared/domain/catalogue/fields'
import { succeed, type Result } from '../../../../src/shared/domain/result'
import { aFile } from '../../../support/workbooks/documents'
import { lengthOf, recordFigure } from '../../../support/longSuites'
import { recordServicesOver } from '../../../support/registers/recordServices'
import { addUnits, UnitSideBySide } from '../../../support/registers/unitSideBySide'
import { documentOf, registerStep, stepNumbers, type AttachedName, type RegisterStep } from '../../../support/registers/registerSteps'
import { modelFields, RegisterModel, type ModelValues } from '../../../support/registers/registerModel'
import { writeCsv } from '../../../support/workbooks/tableFiles'
import { tempRegister, type TempRegister } from '../../../support/registers/tempRegister'
import { valueOf } from '../../../support/valueOf'

/** How many sequences are tried; more with REGISTER_SEQUENCES=20000. */
const sequences = lengthOf('REGISTER_SEQUENCES', 1_000)
/** Opening a register costs as much as some sequences, so that many share one; each has numbers of its own. */
const sequencesOfRegister = 40

/** A register and its model, driven side by side. */
class SideBySide {
  readonly model = new RegisterModel()
  readonly #batches: number[] = []
  readonly #undoneBatches: number[] = []
  readonly #files = new Map<number, string>()
  readonly #stack: UndoStack = createUndoStack()
  /** The model's stack: sequences done, and undone ones to be redone. */
  readonly #done: number[] = []
  readonly #undone: number[] = []

  readonly #units: UnitSideBySide
  readonly #attachments: FileStore
  #isAttaching = false

  constructor(readonly register: TempRegister, readonly store: SqliteStore, readonly services: RecordServices, session: RegisterSession, readonly first: number) {
    this.#attachments = createFileStore(register.path)
    this.#units = new UnitSideBySide(services, session, first)
  }

  key(place: number): string {
    return `GB/T ${this.first + place}-2020`
  }

  get keys(): string[] {
    return Array.from({ length: stepNumbers }, (_, place) => this.key(place))
  }

  async take(step: RegisterStep): Promise<void> {
    switch (step.do) {
      case 'import': return this.#import(step.rows)
      case 'undoBatch': return this.#undoBatch(step.which)
      case 'redoBatch': return this.#redoBatch(step.which)
      case 'edit': return this.#change(await this.#edit(this.#idAt(step.at), step.typed), this.model.set([this.#idAt(step.at)], nulled(step.typed)))
      case 'paste': return this.#paste(this.#idsAt(step.ats), step.publishedOn)
      case 'attach': return this.#attach(this.#idAt(step.at), step.file)
      case 'detach': return this.#detach(this.#idAt(step.at), step.file)
      case 'create': return this.#create(this.key(step.at), step.publishedOn)
      case 'delete': return this.#delete(this.#idsAt(step.ats))
      case 'restore': return this.#restore([...this.model.bin.keys()].at(step.which))
      case 'restoreState': return this.#restoreState(this.#idAt(step.at), step.back)
      case 'undoNumbered': return this.#undoNumbered(this.model.sequences().at(-1 - step.which))
      case 'merge': case 'tellApart': case 'split': return this.#changeUnits(await this.#units.take(step))
      case 'undo': return this.#move(this.#done, this.#undone, await this.#stack.undo((sequence) => undoChange(this.services, sequence)))
      case 'redo': return this.#move(this.#undone, this.#done, await this.#stack.redo((sequence) => undoChange(this.services, sequence)))
    }
  }

  /** Both say the same of every record and of what lies in the recycle bin. */
  async compare(): Promise<void> {
    const stored = await this.store.records.byKeys('standard', this.keys)
    const found = Object.fromEntries([...stored.values()].map(({ id, values }) => [id, Object.fromEntries(modelFields.map((field) => [field, written(values[field])]))]))
    expect(found).toEqual(Object.fromEntries([...this.model.living.keys()].map((id) => [id, this.model.values(id)])))
    if (this.#isAttaching) expect(await this.#attached([...stored.values()].map(({ id }) => id))).toEqual(new Map([...this.model.living].map(([id, { files }]) => [id, new Set(files)])))
    const bin = (await this.services.history.deletions(10_000)).filter(({ old }) => this.keys.includes(String(old.standardNo))).map(({ id }) => id)
    expect(new Set(bin)).toEqual(new Set(this.model.bin.keys()))
    await this.#units.compare()
  }

  /** A change of units is one more change of the session. */
  #changeUnits(sequence: number | null): void {
    this.#stack.did({ sequence })
    if (sequence === null) return
    this.model.note(sequence, [])
    this.#done.push(sequence)
    this.#undone.length = 0
  }

  async #import(rows: readonly { at: number; hasDate: boolean }[]): Promise<void> {
    const batches = this.#files.size
    const stated = rows.map(({ at: place, hasDate }) => ({ key: this.key(place), title: `来自 ${this.first}.${batches}.${place}`, publishedOn: hasDate ? `2018-0${1 + (batches % 9)}-1${place}` : '' }))
    const path = join(this.register.folder, `清单${this.first}-${batches}.csv`)
    writeCsv(path, [['标准编号', '标准名称', '发布日期'], ...stated.map(({ key, title: name, publishedOn }) => [key, name, publishedOn])])
    const options = { as: 'standards', today: '2022-01-17', at: this.services.now(), operator: '王芳', programVersion: '0' } as const
    const answer = await importFile(path, options, await createImportServices(this.store))
    if (!answer.ok || answer.value.batch === null) throw new Error(`the file was refused: ${JSON.stringify(answer)}`)
    this.#batches.push(answer.value.batch)
    this.#files.set(answer.value.batch, path)
    const ids = await this.store.records.byKeys('standard', this.keys)
    for (const { key, title: name, publishedOn } of stated) this.model.addRow(ids.get(key)?.id ?? 0, key, answer.value.batch, { title: name, publishedOn: publishedOn === '' ? null : publishedOn })
    this.model.note(await this.store.sequence(), [])
  }

  async #undoBatch(which: number): Promise<void> {
    const [batch] = this.#batches.splice(which, 1)
    if (batch === undefined) return
    expect(await undoBatch(this.store, batch, { at: this.services.now(), operator: '王芳' })).toMatchObject({ ok: true })
    this.model.undoBatch(batch)
    this.#undoneBatches.push(batch)
    this.model.note(await this.store.sequence(), [])
  }

  async #redoBatch(which: number): Promise<void> {
    const [batch] = this.#undoneBatches.splice(which, 1)
    const known = batch === undefined ? undefined : await this.store.batches.get(batch)
    if (batch === undefined || !known) return
    const options = { today: '2022-01-17', at: this.services.now(), operator: '王芳', programVersion: '0' }
    const plan = valueOf(await planRedo(this.#files.get(batch) ?? '', known, options, await createImportServices(this.store)))
    expect(plan.answer.missing).toEqual([])
    expect(await this.store.apply(plan.changes)).toMatchObject({ ok: true })
    this.#batches.push(batch)
    this.model.redoBatch(batch)
    this.model.note(await this.store.sequence(), [])
  }

  #edit(id: number, typed: ModelValues): Promise<Result<RecordChange>> {
    return editFields(this.services, 'standard', id, Object.fromEntries(modelFields.flatMap((field) => (field in typed ? [[field, typed[field] ?? '']] : []))))
  }

  async #paste(ids: readonly number[], publishedOn: string): Promise<void> {
    const block = { list: 'standards', ids, firstRow: 0, of: 'fields', fields: ['publishedOn'], texts: [[publishedOn]] } as const
    const preview = valueOf(await previewBlock(this.services, block))
    const done = await applyBlock(this.services, block, preview.sequence)
    this.#change(done, this.model.set(ids, { publishedOn }))
  }

  async #attach(id: number, file: AttachedName): Promise<void> {
    this.#isAttaching = true
    const done = await attachFiles(this.services, this.#attachments, 'standard', id, [join(this.register.folder, file)])
    this.#change(done.ok ? succeed(done.value.change) : done, this.model.attach(id, file))
  }

  async #detach(id: number, file: AttachedName): Promise<void> {
    this.#change(await detachFile(this.services, 'standard', id, hash('sha256', documentOf[file])), this.model.detach(id, file))
  }

  /** Names of the files of each record. */
  async #attached(ids: readonly number[]): Promise<Map<number, Set<string>>> {
    const files = await Promise.all(ids.map((id) => this.store.attachments.ofRecord('standard', id)))
    return new Map(ids.map((id, place) => [id, new Set(files[place]?.map(({ fileName }) => fileName))]))
  }

  async #create(key: string, publishedOn: string): Promise<void> {
    const isThere = this.model.idOf(key) !== undefined
    const done = await createRecord(this.services, 'standard', { standardNo: key, title: '手工', publishedOn })
    expect(done.ok).toBe(!isThere)
    if (done.ok) this.#change(done, this.model.create(done.value.id, key, { title: '手工', publishedOn: publishedOn === '' ? null : publishedOn }))
  }

  async #delete(ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return
    const [id = 0] = ids
    this.#change(await (ids.length === 1 ? deleteRecord(this.services, 'standard', id) : deleteRecords(this.services, 'standard', ids)), this.model.remove(ids))
  }

  async #restore(id: number | undefined): Promise<void> {
    if (id === undefined) return
    this.#change(await restoreRecord(this.services, 'standard', id), this.model.restore(id))
  }

  async #restoreState(id: number, back: number): Promise<void> {
    const sequence = Math.max(0, (await this.store.sequence()) - back)
    this.#change(await restoreState(this.services, 'standard', id, sequence), this.model.restoreState(id, sequence))
  }

  async #undoNumbered(sequence: number | undefined): Promise<void> {
    if (sequence !== undefined) this.#change(await undoChange(this.services, sequence), this.model.undo(sequence))
  }

  /** The register did what the model says; both stacks learn of it. */
  #change(done: Result<RecordChange>, parts: ReturnType<RegisterModel['undo']>): void {
    const isExpected = parts !== null
    expect(done.ok, JSON.stringify(done)).toBe(isExpected && (parts.length > 0 || done.ok))
    if (!done.ok || parts === null) return
    expect(done.value.sequence !== null).toBe(parts.length > 0)
    this.#stack.did(done.value)
    if (done.value.sequence === null) return
    this.model.note(done.value.sequence, parts)
    this.#done.push(done.value.sequence)
    this.#undone.length = 0
  }

  #move(from: number[], to: number[], done: Result<RecordChange>): void {
    const sequence = from.pop()
    if (sequence !== undefined && this.#units.model.knows(sequence)) {
      const undone = this.#units.undo(sequence, done)
      this.model.note(undone, [])
      to.push(undone)
      return
    }
    const parts = sequence === undefined ? null : this.model.undo(sequence)
    expect(done.ok, JSON.stringify(done)).toBe(parts !== null)
    if (!done.ok || parts === null || done.value.sequence === null) return
    this.model.note(done.value.sequence, parts)
    to.push(done.value.sequence)
  }

  #idAt(place: number): number {
    return this.model.idOf(this.key(place)) ?? 0
  }

  #idsAt(places: readonly number[]): number[] {
    return places.map((place) => this.#idAt(place)).filter((id) => id !== 0)
  }
}

function nulled(typed: ModelValues): ModelValues {
  return Object.fromEntries(Object.entries(typed).map(([field, text]) => [field, text === '' ? null : text]))
}

/** A stored field as the model writes it; tags in the order in which they stand. */
function written(value: FieldValue | undefined): string | null {
  return Array.isArray(value) ? value.join('、') : value === undefined || value === null ? null : String(value)
}

it('a register is after every change, undo and redo what a plain model says, in whatever order they come', { timeout: 600_000 }, async () => {
  let register: TempRegister | undefined
  let store: SqliteStore | undefined
  let services: RecordServices | undefined
  let session: RegisterSession | undefined
  let runs = 0

  async function closeRegister(): Promise<void> {
    if (!register || !store) return
    await session?.close()
    await store.close()
    const report = await checkRegister(register.path)
    expect(report.ok && report.value.problems.filter(({ problem }) => problem !== 'original_missing')).toEqual([])
    register[Symbol.dispose]()
  }

  await fc.assert(fc.asyncProperty(fc.array(registerStep, { minLength: 4, maxLength: 12 }), async (steps) => {
    if (runs % sequencesOfRegister === 0) {
      await closeRegister()
      register = tempRegister()
      store = register.open()
      services = recordServicesOver(store)
      for (const [name, content] of Object.entries(documentOf)) aFile(register.folder, name, content)
      await addUnits(store, Array.from({ length: sequencesOfRegister }, (_, run) => (runs + 1 + run) * 10))
      const opened = openSession(register.path)
      session = opened.ok ? opened.value : undefined
    }
    runs++
    if (!register || !store || !services || !session) throw new Error('no register')
    const pair = new SideBySide(register, store, services, session, runs * 10)
    for (const next of steps) {
      await pair.take(next)
      await pair.compare()
    }
  }), { numRuns: sequences, endOnFailure: false })
  await closeRegister()
  recordFigure('walks', runs)
})
