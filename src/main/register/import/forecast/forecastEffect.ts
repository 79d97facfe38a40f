import type { RecordKind } from '../../../../shared/domain/catalogue/fields'
import { createCounting } from '../../counting'
import { columnsOver } from '../../columns/columnsOwner'
import type { RegisterColumns } from '../../columns/registerColumns'
import type { RegisterSession } from '../../opened/session'
import type { JobWatch } from '../../runJob'
import { compareSnapshots, takeSnapshot, type IndicatorEffect, type IndicatorSnapshot } from '../session/indicatorEffect'
import type { PendingChanges } from './pendingChanges'
import { pendingSource } from './pendingSource'

/**
 * What a commit of these changes would do to the leader's indicators of a year, without writing anything.
 *
 * @param before  the figures as they are
 * @throws Refusal job_cancelled when the watch says so
 */
export async function forecastEffect(session: RegisterSession, changes: PendingChanges, year: number, before: IndicatorSnapshot, watch: Partial<JobWatch>): Promise<IndicatorEffect[]> {
  const now = await session.columns.current()
  const pending = await columnsAfter(now, session, changes)
  const after = await takeSnapshot(await createCounting(session.store, { current: async () => pending }), year, watch)
  return compareSnapshots(before, after)
}

/** Large kinds that do not change are taken as they are: units and their places are the same. A change of units moves everything. */
async function columnsAfter(now: RegisterColumns, { source }: RegisterSession, changes: PendingChanges): Promise<RegisterColumns> {
  const loaded = columnsOver(await pendingSource(source, changes), now.city, now.sequence)
  if (changes.has('unit')) return loaded
  const pick = <T>(kind: RecordKind, after: () => Promise<T>, before: () => Promise<T>): (() => Promise<T>) => (changes.has(kind) ? after : before)
  return {
    ...loaded,
    standards: pick('standard', loaded.standards, now.standards),
    patents: pick('patent', loaded.patents, now.patents),
    trademarks: pick('trademark', loaded.trademarks, now.trademarks),
    pcts: pick('pct', loaded.pcts, now.pcts),
    honours: pick('honour', loaded.honours, now.honours),
    pilots: pick('pilot', loaded.pilots, now.pilots),
  }
}
