import type { HandlersOf } from '../../../shared/bridge/contract'
import type { recordOperations } from '../../../shared/bridge/operations/recordOperations'
import { succeed } from '../../../shared/domain/result'
import { recordDetails } from '../recordDetails'
import type { HandlerContext } from './handlerContext'

export function createRecordHandlers({ register, today }: HandlerContext): HandlersOf<keyof typeof recordOperations> {
  return {
    'records.get': async ({ kind, id }) => {
      const session = register.session()
      if (!session.ok) return session
      const found = await recordDetails(session.value, kind, id, today())
      if (!found.ok) return found
      const { history, ...details } = found.value
      return succeed({ ...details, historyCount: history.length })
    },
  }
}
