import { expect } from 'vitest'
import { normaliseName } from '../../../src/shared/domain/text'
import type { UnitChange } from '../../../src/shared/bridge/units'
import { fail, type Result } from '../../../src/shared/domain/result'
import type { RegisterSession } from '../../../src/main/register/opened/session'
import type { RecordChange, RecordServices } from '../../../src/main/register/records/recordServices'
import { mergeUnits } from '../../../src/main/register/units/mergeUnits'
import { subjectsNamed } from '../../../src/main/register/units/namedSubjects'
import { splitUnit } from '../../../src/main/register/units/splitUnit'
import { tellApart } from '../../../src/main/register/units/tellApart'
import type { SqliteStore } from '../../../src/main/store/sqlite/createStore'
import { aBatch, aChangeSet, anInsert, aSource } from './changeSets'
import { UnitModel, type Ref } from './unitModel'

const refs: readonly Ref[] = ['u0', 'u1', 'n0', 'n1', 'n2']
const today = '2022-01-17'

export type UnitStep = { do: 'merge' | 'tellApart'; one: Ref; other: Ref } | { do: 'split'; one: Ref }

/** Units and names of several sequences, each told from the others by its first number. */
export async function addUnits(store: SqliteStore, firsts: readonly number[]): Promise<void> {
  const source = aSource({ kind: 'unit', states: ['uscc', 'name'], class: 'official' })
  const applied = await store.apply(aChangeSet({ batch: aBatch({ kind: 'units', sources: [source] }), inserts: firsts.flatMap((first) => [
    ...['u0', 'u1'].map((ref) => anInsert('unit', { uscc: codeOf(ref, first), name: nameOf(ref, first) })),
    anInsert('standard', { standardNo: `DB3702/T ${first}-2019`, title: '名称出处', drafting: ['n0', 'n1', 'n2'].map((ref, at): [number, string] => [at + 1, nameOf(ref, first)]) }),
  ]) }))
  if (!applied.ok) throw new Error(applied.code)
}

function codeOf(ref: Ref, first: number): string {
  return `91370200${ref.toUpperCase()}${String(first).padStart(8, '0')}`
}

function nameOf(ref: Ref, first: number): string {
  return `青岛${{ u0: '甲', u1: '乙', n0: '丙', n1: '丁', n2: '戊' }[ref] ?? ''}${first}包装有限公司`
}

/** Units and names of a register and their model, driven side by side. */
export class UnitSideBySide {
  readonly model = new UnitModel(refs)
  #isTouched = false

  constructor(readonly services: RecordServices, readonly session: RegisterSession, readonly first: number) {}

  /** @returns number of the change; null when nothing had to change */
  async take(step: UnitStep): Promise<number | null> {
    const before = this.model.state
    const { done, isExpected } = await this.#both(step)
    expect(done.ok, JSON.stringify(done)).toBe(isExpected !== null)
    if (!done.ok) return null
    expect(done.value.sequence !== null, step.do).toBe(isExpected)
    if (done.value.sequence !== null) this.model.note(done.value.sequence, before)
    this.#isTouched = true
    return done.value.sequence
  }

  /** The register has undone (or redone) a change of units. @returns the number of the undo */
  undo(sequence: number, done: Result<RecordChange>): number {
    if (!done.ok || done.value.sequence === null) throw new Error(`change ${sequence} was not undone: ${JSON.stringify(done)}`)
    this.model.undo(sequence, done.value.sequence)
    this.#isTouched = true
    return done.value.sequence
  }

  /** Both say the same of what is one, and of what was told apart; nothing else of the session touches units. */
  async compare(): Promise<void> {
    if (!this.#isTouched) return
    this.#isTouched = false
    const named = new Map(refs.map((ref) => [normaliseName(nameOf(ref, this.first)), ref]))
    const subjects = await this.#subjects(refs)
    const found = refs.map((ref) => subjects.all[subjects.find(this.#asked(ref))])
    expect(found.map((subject) => named.get(normaliseName(subject?.name ?? '')))).toEqual(refs.map((ref) => this.model.meant(ref)))
    const pairs = [...subjects.links.apart].map((pair) => pair.split('\n').flatMap((name) => named.get(name) ?? [])).filter(({ length }) => length === 2)
    expect(pairs.map((pair) => pair.toSorted().join(' ')).toSorted()).toEqual(this.model.apart())
  }

  async #both(step: UnitStep): Promise<{ done: Result<UnitChange>; isExpected: boolean | null }> {
    const asked = (ref: Ref): string => this.#asked(ref)
    if (step.do === 'split') return { isExpected: this.model.split(step.one), done: await splitUnit(this.services, await this.#subjects([step.one]), asked(step.one)) }
    const isUnit = (ref: Ref): boolean => this.model.meant(ref).startsWith('u')
    // A unit of the directory is what stays.
    const [one, other] = step.do === 'merge' && isUnit(step.other) && !isUnit(step.one) ? [step.other, step.one] : [step.one, step.other]
    const subjects = await this.#subjects([one, other])
    if (step.do === 'tellApart') return { isExpected: this.model.tellApart(one, other), done: one === other ? fail('unknown_record') : await tellApart(this.services, subjects, [asked(one), asked(other)]) }
    return { isExpected: this.model.merge(one, other), done: await mergeUnits(this.services, subjects, { keep: asked(one), others: [asked(other)], from: {} }) }
  }

  #asked(ref: Ref): string {
    return ref.startsWith('u') ? codeOf(ref, this.first) : nameOf(ref, this.first)
  }

  #subjects(some: readonly Ref[]) {
    return subjectsNamed(this.session, some.map((ref) => this.#asked(ref)), today)
  }
}
