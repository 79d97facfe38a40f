import type { HandlersOf } from '../../../shared/bridge/contract'
import type { reportOperations } from '../../../shared/bridge/operations/reportOperations'
import type { HandlerContext } from './handlerContext'

export function createReportHandlers(_context: HandlerContext): HandlersOf<keyof typeof reportOperations> {
  return {}
}
