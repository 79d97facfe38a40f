import { fail, type Result } from '../../../../shared/domain/result'
import type { JobWatch } from '../../runJob'
import { fileOfAnswer } from '../returned/fileToReturn'
import { returnBatch } from '../returned/returnBatch'
import { writeReturn, type ReturnAnswer } from '../returned/returnWorkbook'
import { createImportServices } from '../services'
import type { ImportJob } from './importJob'
import type { ImportSessionContext } from './importSessionContext'

/** Writes 退回更正 of an open file, taken in already or not. @returns file_changed when it is not what was judged */
export async function returnJob(job: ImportJob, out: string, { register, openWorkbook, now, today }: ImportSessionContext, watch: JobWatch): Promise<Result<ReturnAnswer>> {
  const session = register.session()
  if (!session.ok) return session
  if (!job.answer) return fail('list_expired')
  const services = await createImportServices(session.value.store, { open: openWorkbook })
  const { sha256 } = await services.hash(job.path)
  if (sha256 !== job.answer.sha256) return fail('file_changed')
  return writeReturn(fileOfAnswer(job.path, job.answer), { out, at: now(), today: today(), watch, ...(job.password === null ? {} : { password: job.password }) }, services)
}

/** The same for a batch of any earlier day. */
export async function returnStoredBatch(batch: number, out: string, { register, openWorkbook, now, today }: ImportSessionContext, watch: JobWatch): Promise<Result<ReturnAnswer>> {
  const session = register.session()
  if (!session.ok) return session
  const { path, store } = session.value
  return returnBatch(path, store, batch, { out, at: now(), today: today(), watch }, { open: openWorkbook })
}
