import { join } from 'node:path'
import { utilityProcess, type UtilityProcess } from 'electron'
import { fail, type Result } from '../../shared/domain/result'
import type { FromUpdate, UpdateAnswer, UpdateOrder } from '../update/updateOrders'
import { stackOf } from './errorStack'
import { log } from './logFile'

export interface UpdateProcessHost {
  /** Runs one order in a process of its own; `job_cancelled` when it was given up, `job_interrupted` when it died. */
  run(order: UpdateOrder, onProgress: (done: number, total: number | null) => void): Promise<Result<UpdateAnswer>>
  cancel(): void
}

/** One order at a time: the window has one button. */
export function createUpdateProcessHost(): UpdateProcessHost {
  let running: UtilityProcess | null = null
  let isCancelled = false
  return {
    run(order, onProgress) {
      running?.kill()
      isCancelled = false
      const child = utilityProcess.fork(join(import.meta.dirname, 'update.js'), [], { serviceName: 'update', stdio: ['ignore', 'ignore', 'pipe'] })
      running = child
      child.stderr?.on('data', (chunk: Buffer) => log('update.error', { stack: stackOf(String(chunk)).join(' | ') }))
      child.postMessage(order)
      return new Promise((resolve) => {
        child.on('message', (message: FromUpdate) => {
          if (message.type === 'progress') return onProgress(message.done, message.total)
          resolve(message.result)
          child.kill()
        })
        child.once('exit', () => {
          if (running === child) running = null
          resolve(fail(isCancelled ? 'job_cancelled' : 'job_interrupted'))
        })
      })
    },
    cancel() {
      isCancelled = true
      running?.kill()
    },
  }
}
