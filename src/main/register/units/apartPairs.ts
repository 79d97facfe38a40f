import type { ApartPair, UnitChange } from '../../../shared/bridge/units'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import type { HistoryStore } from '../../store/historyStore'
import type { RegisterStore } from '../../store/registerStore'
import { planDeletion } from '../records/edit/deleteRecord'
import { personsChange, type RecordServices } from '../records/recordServices'
import { linkKey } from './tellApart'
import { textsOf } from './unitParts'

/** Pairs of names that a person told apart (不是同一单位), the newest first, with who said so and when. */
export async function apartPairs({ store, history }: { store: Pick<RegisterStore, 'records'>; history: HistoryStore }, limit: number): Promise<{ total: number; pairs: ApartPair[] }> {
  const links = (await store.records.all('name_link')).filter(({ values }) => values['verdict'] === 'different').toSorted((a, b) => b.id - a.id)
  const pairs = await Promise.all(links.slice(0, limit).map(async ({ id, values }): Promise<ApartPair> => {
    const said = (await history.ofRecord('name_link', id)).at(-1)
    return { names: textsOf(values['names']), at: said?.at ?? 0, operator: said?.operator ?? '' }
  }))
  return { total: links.length, pairs }
}

/**
 * Takes back that two names are not one unit: they may be proposed as one again. One change, which can be undone.
 *
 * @returns unknown_record where nobody said so of these two
 */
export async function takeBackApart(services: RecordServices, names: readonly string[]): Promise<Result<UnitChange>> {
  const [first = '', ...others] = names
  const key = linkKey('different', names)
  const link = (await services.store.records.byKeys('name_link', [key])).get(key)
  const deletion = link ? await planDeletion(services, 'name_link', link.id) : null
  if (!deletion) return fail('unknown_record', undefined, { value: names.join('、') })
  const applied = await services.apply(personsChange(services, `together ${first}`, { deletes: [deletion.delete] }))
  return applied.ok ? succeed({ what: 'together', unit: first, names: others, sequence: applied.value.sequence }) : applied
}
