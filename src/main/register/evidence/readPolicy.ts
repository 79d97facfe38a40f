import { parsePolicy, sourcePolicyKey, type SourcePolicy } from '../../../shared/domain/merging/sourcePolicy'
import type { RegisterStore } from '../../store/registerStore'

/** Whose word stands in this register where sources disagree. */
export async function readPolicy({ info }: Pick<RegisterStore, 'info'>): Promise<SourcePolicy> {
  return parsePolicy(await info.get(sourcePolicyKey))
}
