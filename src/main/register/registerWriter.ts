import { Worker } from 'node:worker_threads'
import { fail, type Result } from '../../shared/domain/result'
import type { Applied, ChangeSet } from '../store/changeSet'
import { raise, type FromWriter, type ToWriter } from './writerMessages'

export interface WriteOptions {
  /** Aborting rolls back what is being written and answers `job_cancelled`. */
  signal?: AbortSignal
  onProgress?(done: number, total: number): void
}

/** The only way in which the register process writes. */
export interface RegisterWriter {
  apply(register: string, changes: ChangeSet, options?: WriteOptions): Promise<Result<Applied>>
  /** Ends the thread; unfinished work answers `job_interrupted`. */
  stop(): Promise<void>
}

interface Waiting {
  settle(result: Result<Applied>): void
  onProgress: WriteOptions['onProgress']
}

/** @param program  the built writer thread (out/main/writer.js); it starts with the first work and again after a crash */
export function createRegisterWriter(program: string): RegisterWriter {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let nextWork = 1

  function start(): Worker {
    const started = new Worker(program)
    started.on('message', (message: FromWriter) => {
      const entry = waiting.get(message.work)
      if (message.type === 'progress') entry?.onProgress?.(message.done, message.total)
      else entry?.settle(message.result)
    })
    started.on('error', (error) => console.error(error))
    started.once('exit', () => {
      if (worker === started) worker = null
      for (const { settle } of waiting.values()) settle(fail('job_interrupted'))
    })
    started.unref()
    return started
  }

  return {
    apply(register, changes, { signal, onProgress } = {}) {
      const cancel = new SharedArrayBuffer(4)
      const work = nextWork++
      const cancelNow = (): void => raise(cancel)
      if (signal?.aborted) cancelNow()
      signal?.addEventListener('abort', cancelNow, { once: true })
      return new Promise((resolve) => {
        waiting.set(work, {
          onProgress,
          settle(result) {
            waiting.delete(work)
            signal?.removeEventListener('abort', cancelNow)
            resolve(result)
          },
        })
        worker ??= start()
        worker.ref()
        worker.postMessage({ type: 'apply', work, register, changes, cancel } satisfies ToWriter)
      })
    },
    async stop() {
      await worker?.terminate()
    },
  }
}
