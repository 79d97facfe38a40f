import type { HandlersOf } from '../../../shared/bridge/contract'
import type { tagOperations } from '../../../shared/bridge/operations/tagOperations'
import { listNameOf } from '../../../shared/domain/catalogue/listFields'
import { succeed } from '../../../shared/domain/result'
import type { CancellableJobs } from '../cancellableJobs'
import { retag } from '../tags/retag'
import { tagCounts } from '../tags/tagCounts'
import type { PersonsWork } from './personsWork'

export function createTagHandlers(work: PersonsWork, jobs: CancellableJobs): HandlersOf<keyof typeof tagOperations> {
  return {
    'tags.list': () => work.read(async (_services, session) => succeed({ tags: await tagCounts(session.source) })),
    async 'tags.retag'(wanted) {
      const done = await work.change(async (services, session) => jobs.run(null, (watch) => retag(services, session.source, wanted, watch), 'job.block'))
      return done.ok ? succeed({ ...done.value, kind: listNameOf[done.value.kind] }) : done
    },
  }
}
