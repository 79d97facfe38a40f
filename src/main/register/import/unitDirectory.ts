import { normaliseName } from '../../../shared/domain/text'
import { standingUnits } from '../../../shared/domain/units/standingUnits'
import type { StoredRecord } from '../../store/registerStore'

export interface DirectoryUnit {
  id: number
  uscc: string
  name: string
}

/**
 * The directory of units for judging rows: exact names, former ones and aliases, and a cautious likeness for proposals.
 * A unit that was merged into another answers with the one that stands.
 * A name that two units share resolves to neither; nothing here ever merges (domain.md 4).
 */
export class UnitDirectory {
  private readonly byName = new Map<string, DirectoryUnit | null>()
  private readonly byFormerName = new Map<string, DirectoryUnit | null>()
  private readonly byCore = new Map<string, DirectoryUnit[]>()

  constructor(units: readonly StoredRecord[]) {
    const all = units.map(({ id, values }) => ({ id, uscc: String(values.uscc), name: String(values.name ?? ''), mergedInto: typeof values.mergedInto === 'string' ? values.mergedInto : null }))
    const standing = standingUnits(all).map((place) => all[place])
    units.forEach(({ values }, at) => {
      const unit = standing[at]
      if (!unit) return
      this.add(this.byName, String(values.name ?? ''), unit)
      for (const other of [values.formerNames, values.aliases].flatMap((names) => (Array.isArray(names) ? names : []))) this.add(this.byFormerName, String(other), unit)
      this.addAlike(coreName(String(values.name ?? '')), unit)
    })
  }

  private add(index: Map<string, DirectoryUnit | null>, name: string, unit: DirectoryUnit): void {
    const key = normaliseName(name)
    if (key === '') return
    const known = index.get(key)
    index.set(key, known === undefined || known === unit ? unit : null)
  }

  /** No more than are ever proposed: thousands of units may differ in nothing but their legal form. */
  private addAlike(core: string, unit: DirectoryUnit): void {
    if (core.length < shortestCore) return
    const alike = this.byCore.get(core) ?? []
    if (alike.length < mostProposals && !alike.includes(unit)) alike.push(unit)
    this.byCore.set(core, alike)
  }

  /** The unit of that current or former name; null when unknown or shared. */
  resolve(name: string): DirectoryUnit | null {
    const key = normaliseName(name)
    const current = this.byName.get(key)
    return current !== undefined ? current : (this.byFormerName.get(key) ?? null)
  }

  /** The unit of that name, else units whose name differs only in its legal form: proposals for the clerk, never a match. */
  similar(name: string): DirectoryUnit[] {
    const exact = this.resolve(name)
    if (exact) return [exact]
    return this.byCore.get(coreName(name)) ?? []
  }
}

/** A shorter name says too little without its legal form to propose another unit by it. */
const shortestCore = 4
const mostProposals = 5

const legalForm = /(?:\(集团\)|集团|股份|有限责任|有限|责任|公司|总公司|分公司)+$/u

function coreName(name: string): string {
  let core = normaliseName(name)
  for (let before = ''; before !== core;) {
    before = core
    core = core.replace(legalForm, '')
  }
  return core
}
