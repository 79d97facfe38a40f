import { normaliseName } from '../../../shared/domain/text'
import { NameIndex } from '../../../shared/domain/units/nameIndex'
import { standingUnits } from '../../../shared/domain/units/standingUnits'
import type { StoredRecord } from '../../store/registerStore'

export interface KnownUnit {
  id: number
  uscc: string
  name: string
  /** Code of its district, where that is known. */
  district: string | null
}

/**
 * The units that rows are judged by: found by exact names, former ones and aliases, and by a cautious likeness for proposals.
 * A unit that was merged into another answers with the one that stands; nothing here ever merges (domain.md 4).
 */
export class KnownUnits {
  private readonly names = new NameIndex<KnownUnit>()
  private readonly byCore = new Map<string, KnownUnit[]>()

  constructor(units: readonly StoredRecord[]) {
    const all = units.map(({ id, values }) => ({ id, uscc: String(values.uscc), name: String(values.name ?? ''), district: typeof values.district === 'string' ? values.district : null, mergedInto: typeof values.mergedInto === 'string' ? values.mergedInto : null }))
    const standing = standingUnits(all).map((place) => all[place])
    units.forEach(({ values }, at) => {
      const unit = standing[at]
      if (!unit) return
      this.names.add(unit, String(values.name ?? ''), [values.formerNames, values.aliases].flatMap((names) => (Array.isArray(names) ? names.map(String) : [])))
      this.addAlike(coreName(String(values.name ?? '')), unit)
    })
  }

  /** No more than are ever proposed: thousands of units may differ in nothing but their legal form. */
  private addAlike(core: string, unit: KnownUnit): void {
    if (core.length < shortestCore) return
    const alike = this.byCore.get(core) ?? []
    if (alike.length < mostProposals && !alike.includes(unit)) alike.push(unit)
    this.byCore.set(core, alike)
  }

  /** The unit of that current or former name; null when unknown or shared. */
  resolve(name: string): KnownUnit | null {
    return this.names.find(normaliseName(name)) ?? null
  }

  /** The unit of that name, else units whose name differs only in its legal form: proposals for the clerk, never a match. */
  similar(name: string): KnownUnit[] {
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
