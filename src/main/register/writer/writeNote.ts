import type { RegisterStore } from '../../store/registerStore'
import type { Noted, RegisterNote } from './writerMessages'

/** Writes what stands beside the records, through a store opened for writing. */
export async function writeNote({ info, reports, frozen }: Pick<RegisterStore, 'info' | 'reports' | 'frozen'>, { settings = {}, report, freeze, reopen }: RegisterNote): Promise<Noted> {
  for (const [key, value] of Object.entries(settings)) await info.set(key, value)
  if (reopen) await frozen.reopen(reopen.id, reopen)
  return { report: report ? await reports.add(report) : null, frozen: freeze ? await frozen.add(freeze) : null }
}
