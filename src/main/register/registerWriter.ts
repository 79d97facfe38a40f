import { Worker } from 'node:worker_threads'
import { fail, type Result } from '../../shared/domain/result'
import type { Applied, ChangeSet } from '../store/changeSet'
import { raise, type FromWriter, type Noted, type RegisterNote, type ToWriter } from './writerMessages'

export interface WriteOptions {
  /** Aborting rolls back what is being written and answers `job_cancelled`. */
  signal?: AbortSignal
  onProgress?(done: number, total: number): void
}

/** The only way in which the register process writes. */
export interface RegisterWriter {
  apply(register: string, changes: ChangeSet, options?: WriteOptions): Promise<Result<Applied>>
  /** Writes settings and produced reports; nobody waits long for these, so they cannot be cancelled. */
  note(register: string, note: RegisterNote): Promise<Result<Noted>>
  /** Ends the thread; unfinished work answers `job_interrupted`. */
  stop(): Promise<void>
}

interface Waiting {
  settle(result: Result<Applied & Noted>): void
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
      else entry?.settle(message.result as Result<Applied & Noted>) // which of the two, the asker knows
    })
    started.on('error', (error) => console.error(error))
    started.once('exit', () => {
      if (worker === started) worker = null
      for (const { settle } of waiting.values()) settle(fail('job_interrupted'))
    })
    started.unref()
    return started
  }

  function send(message: ToWriter): void {
    worker ??= start()
    worker.ref()
    worker.postMessage(message)
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
        send({ type: 'apply', work, register, changes, cancel })
      })
    },
    note(register, note) {
      const work = nextWork++
      return new Promise((resolve) => {
        waiting.set(work, {
          onProgress: undefined,
          settle(result) {
            waiting.delete(work)
            resolve(result)
          },
        })
        send({ type: 'note', work, register, note })
      })
    },
    async stop() {
      await worker?.terminate()
    },
  }
}
