import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import type { RegisterStore } from '../../store/registerStore'

/** unchanged: as written, and the register too · register_changed: as written, the register has moved on · tampered: no longer what was written · unknown: not from this register. */
export type ReportState = 'unchanged' | 'register_changed' | 'tampered' | 'unknown'

/** The answer of `verify-report` (cli.md). */
export interface VerifiedReport {
  file: string
  sha256: string
  state: ReportState
  /** What the register knows of the file, or of the one whose name it bears. */
  report: { form: string; period: string; frozenVersion: number | null; sha256: string; sequence: number; at: number; operator: string } | null
  currentSequence: number
}

type Known = NonNullable<VerifiedReport['report']> & { fileName: string }

/**
 * Tells what became of a file that this register once wrote.
 *
 * @returns file_not_found
 */
export async function verifyReport(store: Pick<RegisterStore, 'frozen' | 'reports' | 'sequence'>, file: string): Promise<Result<VerifiedReport>> {
  const bytes = await readFile(file).catch(() => null)
  if (bytes === null) return fail('file_not_found', { file })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const known = await knownFiles(store)
  const currentSequence = await store.sequence()
  const same = known.find((report) => report.sha256 === sha256)
  const named = same ?? known.find(({ fileName }) => fileName === basename(file))
  const state = same ? (same.sequence === currentSequence ? 'unchanged' : 'register_changed') : named ? 'tampered' : 'unknown'
  return succeed({ file, sha256, state, report: named ? withoutName(named) : null, currentSequence })
}

async function knownFiles(store: Pick<RegisterStore, 'frozen' | 'reports'>): Promise<Known[]> {
  const frozen = (await store.frozen.list()).map(({ form, period, version, sha256, sequence, frozenAt, operator, fileName }) => ({ form, period, frozenVersion: version, sha256, sequence, at: frozenAt, operator, fileName }))
  const produced = (await store.reports.list()).map(({ form, period, sha256, sequence, producedAt, operator, fileName }) => ({ form, period, frozenVersion: null, sha256, sequence, at: producedAt, operator, fileName }))
  return [...frozen, ...produced]
}

function withoutName({ form, period, frozenVersion, sha256, sequence, at, operator }: Known): NonNullable<VerifiedReport['report']> {
  return { form, period, frozenVersion, sha256, sequence, at, operator }
}
