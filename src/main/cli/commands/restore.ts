import { fail, succeed, type Result } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import type { RecordChange } from '../../register/records/recordServices'
import { restoreRecord } from '../../register/records/edit/restoreRecord'
import { hasStateAfter, restoreState } from '../../register/records/edit/restoreState'
import { defineCommand } from '../command'
import { namedOrDeleted, recordArguments, type NamedRecord } from '../namedRecord'
import { withRecords, type WritingServices } from '../withRecords'

export const command = defineCommand({
  name: 'restore',
  arguments: recordArguments,
  options: { to: { type: 'whole', min: 1 } },
  run: (call) => withRecords(call, async (services) => {
    const found = await namedOrDeleted(services, call)
    if (!found.ok) return found
    const done = await bringBack(services, found.value, call.options.to)
    return done.ok ? succeed({ kind: found.value.list, key: done.value.key, sequence: done.value.sequence }) : done
  }),
  print: ({ key, sequence }) => t(sequence === null ? 'restore.same' : 'restore.done', { key }),
})

/** A deleted record comes back first; then its fields go back to the state that was asked for. */
async function bringBack(services: WritingServices, { id, key, record, isDeleted }: NamedRecord & { isDeleted: boolean }, to: number | undefined): Promise<Result<RecordChange>> {
  if (!isDeleted && to === undefined) return fail('record_exists', undefined, { value: key })
  if (!isDeleted && to !== undefined) return restoreState(services, record, id, to)
  // What is refused leaves the record where it is.
  if (to !== undefined && !(await hasStateAfter(services, record, id, to))) return fail('unknown_state', undefined, { value: to })
  const back = await restoreRecord(services, record, id)
  if (!back.ok || to === undefined) return back
  const state = await restoreState(services, record, id, to)
  return state.ok && state.value.sequence === null ? back : state
}
