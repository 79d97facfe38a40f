import type { HandlersOf } from '../../../shared/bridge/contract'
import type { importOperations } from '../../../shared/bridge/operations/importOperations'
import type { HandlerContext } from './handlerContext'

export function createImportHandlers(_context: HandlerContext): HandlersOf<keyof typeof importOperations> {
  return {}
}
