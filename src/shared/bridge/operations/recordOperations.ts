import { operation } from '../operation'
import { recordDetail, recordRequest } from '../records'

/** One record: reading, editing, history. */
export const recordOperations = {
  'records.get': operation(recordRequest, recordDetail),
} as const
