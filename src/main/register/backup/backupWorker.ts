import { Worker } from 'node:worker_threads'
import { fail } from '../../../shared/domain/result'
import type { FromBackup, RunBackup } from './backupMessages'

/** @param program  the built backup thread (out/main/backup.js); one thread for each backup */
export function backupWorker(program: string): RunBackup {
  return (order, onProgress) => new Promise((resolve) => {
    const worker = new Worker(program, { workerData: order })
    worker.on('message', (message: FromBackup) => {
      if (message.type === 'progress') onProgress(message.done, message.total)
      else resolve(message.result)
    })
    worker.on('error', (error) => console.error(error))
    worker.once('exit', () => resolve(fail('job_interrupted')))
  })
}
