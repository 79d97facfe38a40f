import type { HandlersOf } from '../../../shared/bridge/contract'
import type { countingOperations } from '../../../shared/bridge/operations/countingOperations'
import type { HandlerContext } from './handlerContext'

export function createCountingHandlers(_context: HandlerContext): HandlersOf<keyof typeof countingOperations> {
  return {}
}
