import type { HandlersOf } from '../../../shared/bridge/contract'
import type { conditionOperations } from '../../../shared/bridge/operations/conditionOperations'
import { succeed } from '../../../shared/domain/result'
import type { RegisterCondition } from '../condition/registerCondition'

export function createConditionHandlers(condition: RegisterCondition): HandlersOf<keyof typeof conditionOperations> {
  return {
    'condition.status': condition.status,
    'condition.check': condition.run,
    'condition.cancel': async () => {
      condition.cancel()
      return succeed({})
    },
  }
}
