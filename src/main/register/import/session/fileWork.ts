import type { Job } from '../../../../shared/bridge/jobs'
import type { ImportJob } from './importJob'

type FileStep = 'job.import' | 'job.forecast' | 'job.importWrite'

/** A file's work in the status bar, the same job whatever is done with it: read and judged, its effect counted, written. */
export function fileWork({ id, fileName }: Pick<ImportJob, 'id' | 'fileName'>, name: FileStep): Job & { subject: string } {
  // Only what leaves nothing behind is given up from there.
  const cancel = name === 'job.importWrite' ? null : { call: 'imports.cancel', input: { job: id } } as const
  return { jobId: `import:${id}`, name, cancel, tellsFailure: true, subject: fileName }
}
