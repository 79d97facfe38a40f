import type { FieldValue, RecordKind, Values } from '../../../../shared/domain/catalogue/fields'
import { fail, succeed, type Failure, type Result } from '../../../../shared/domain/result'
import { normaliseName } from '../../../../shared/domain/text'
import { createWayUp } from '../../../../shared/domain/units/wayUp'
import { parseUscc } from '../../../../shared/domain/units/uscc'
import type { RegisterStore } from '../../../store/registerStore'

/**
 * The units above each other, for whoever sets 上级单位: what is stored is the code of another unit, from which no way up leads back.
 * A code that the directory does not have may be a company of another city; a name must be one of the directory.
 */
export interface UnitTree {
  /** @returns the parent's code; unknown_unit, own_parent, or why a text is no code */
  parentFor(unit: Values, typed: string): Result<string>
  /** Whether the way up from a parent comes back to the unit. */
  leadsBack(uscc: string, parent: string): boolean
  /** Has the further looks see what was just planned. */
  plan(uscc: string, parent: FieldValue): void
}

/** Reads the directory once. */
export async function readUnitTree(store: RegisterStore): Promise<UnitTree> {
  const parents = new Map<string, string>()
  const merged = new Map<string, string>()
  const byName = new Map<string, Set<string>>()
  for (const { values } of await store.records.all('unit')) {
    const uscc = String(values['uscc'])
    if (typeof values['parent'] === 'string') parents.set(uscc, values['parent'])
    if (typeof values['mergedInto'] === 'string') merged.set(uscc, values['mergedInto'])
    else byName.set(normaliseName(String(values['name'] ?? '')), (byName.get(normaliseName(String(values['name'] ?? ''))) ?? new Set()).add(uscc))
  }
  const above = createWayUp(parents, merged)
  return {
    leadsBack: above,
    parentFor(unit, typed) {
      const code = codeOf(typed, byName)
      if (!code.ok) return code
      return above(String(unit['uscc']), code.value) ? fail('own_parent', { field: 'parent' }, { value: typed, field: '上级单位' }) : code
    },
    plan(uscc, parent) {
      if (typeof parent === 'string') parents.set(uscc, parent)
      else parents.delete(uscc)
    },
  }
}

function codeOf(typed: string, byName: ReadonlyMap<string, ReadonlySet<string>>): Result<string> {
  const code = parseUscc(typed)
  if (code.ok) return succeed(code.value)
  const named = [...(byName.get(normaliseName(typed)) ?? [])]
  const [only] = named
  if (only !== undefined && named.length === 1) return succeed(only)
  if (named.length > 1) return fail('unknown_unit', { field: 'parent' }, { value: typed, field: '上级单位', choices: named })
  // What looks like a code is told what is wrong with it, anything else that no unit is called so.
  if (/^[0-9A-Z]{15,18}$/u.test(typed)) return fail(code.code, { field: 'parent' }, { value: typed, field: '上级单位', expected: code.details?.['expectedCheck'] })
  return fail('unknown_unit', { field: 'parent' }, { value: typed, field: '上级单位' })
}

/**
 * Puts the code of the parent in the place of what was typed, where a unit's parent is set.
 *
 * @param unit  the unit as it is, with its code
 * @returns     null where nothing speaks against it
 */
export async function settleParent(store: RegisterStore, kind: RecordKind, unit: Values, set: Record<string, FieldValue | undefined>): Promise<Failure | null> {
  const typed = kind === 'unit' ? set['parent'] : null
  if (typeof typed !== 'string' || typed === unit['parent']) return null
  const parent = (await readUnitTree(store)).parentFor(unit, typed)
  if (!parent.ok) return parent
  set['parent'] = parent.value
  return null
}
