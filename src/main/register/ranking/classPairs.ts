import type { Condition, CountTerm } from '../../../shared/domain/catalogue/indicators'
import { Refusal } from '../../../shared/domain/result'
import type { RegisterColumns } from '../columns/registerColumns'
import { planList, type FieldTest } from '../lists/planList'

/** The field of a mark whose values are counted one by one (domain.md 3: one number, one class, one 件). */
const pairField = 'classes'

/** Whether a class of a mark counts; null stands for the one of a mark whose classes are not known. */
export type ClassTest = (niceClass: number | null) => boolean

/** What conditions ask of a mark's classes, and what of the mark. */
export function partedConditions({ where = [] }: CountTerm): { ofClasses: Condition[]; ofRecords: Condition[] } {
  return { ofClasses: where.filter(({ field }) => field === pairField), ofRecords: where.filter(({ field }) => field !== pairField) }
}

/** The classes that a count is about; null where it is about all of them. */
export function classTestOf(term: CountTerm): ClassTest | null {
  const { ofClasses } = partedConditions(term)
  if (ofClasses.length === 0) return null
  const plan = planList({ kind: 'trademarks', search: '', filters: ofClasses, sort: [] }, () => null)
  if (!plan.ok) throw new Refusal(plan.code, plan.at, plan.details)
  return (niceClass) => plan.value.tests.every((test) => isMet(test, niceClass))
}

function isMet({ accepts, acceptsEmpty, isNegated }: FieldTest, niceClass: number | null): boolean {
  return (niceClass === null ? acceptsEmpty : accepts(niceClass)) !== (isNegated === true)
}

/** The classes of a mark that count, of which one whose classes are not known has one. */
export function countedClasses(classes: unknown, test: ClassTest | null): (number | null)[] {
  const known = Array.isArray(classes) ? classes.filter((item): item is number => typeof item === 'number') : []
  return (known.length > 0 ? known : [null]).filter((niceClass) => test === null || test(niceClass))
}

/** What each mark counts, by its id. */
export async function pairsOfMarks(columns: RegisterColumns, test: ClassTest): Promise<Uint8Array> {
  const stored = columns.stored('trademark')
  const ids = await stored.ids()
  const column = await stored.values(pairField, 'plain')
  const pairs = new Uint8Array((ids.at(-1) ?? 0) + 1)
  if (!('starts' in column)) throw new Error('classes are several')
  const { starts, ranks, values } = column
  const passes = values.map((value) => test(Number(value)))
  ids.forEach((id, row) => {
    const [from, to] = [starts[row] ?? 0, starts[row + 1] ?? 0]
    if (from === to) pairs[id] = test(null) ? 1 : 0
    else for (let at = from; at < to; at++) if (passes[ranks[at] ?? 0] === true) pairs[id] = (pairs[id] ?? 0) + 1
  })
  return pairs
}
