import type { HandlersOf } from '../../../shared/bridge/contract'
import type { settingsOperations } from '../../../shared/bridge/operations/settingsOperations'
import type { HandlerContext } from './handlerContext'

export function createSettingsHandlers(_context: HandlerContext): HandlersOf<keyof typeof settingsOperations> {
  return {}
}
