import type { HandlersOf } from '../../../shared/bridge/contract'
import type { tagOperations } from '../../../shared/bridge/operations/tagOperations'
import { listNameOf } from '../../../shared/domain/catalogue/listFields'
import { succeed } from '../../../shared/domain/result'
import { runJob } from '../runJob'
import { retag } from '../tags/retag'
import { tagCounts } from '../tags/tagCounts'
import type { HandlerContext } from './handlerContext'
import type { PersonsWork } from './personsWork'

export function createTagHandlers({ emit = () => undefined }: HandlerContext, work: PersonsWork): HandlersOf<keyof typeof tagOperations> {
  return {
    'tags.list': () => work.read(async (_services, session) => succeed({ tags: await tagCounts(session.source) })),
    async 'tags.retag'(wanted) {
      const done = await work.change(async (services, session) => runJob(emit, 'job.block', async (watch) => retag(services, session.source, wanted, watch)))
      return done.ok ? succeed({ ...done.value, kind: listNameOf[done.value.kind] }) : done
    },
  }
}
