import { Worker, type Transferable } from 'node:worker_threads'
import { fail, type Result } from '../../../shared/domain/result'
import type { Applied, ChangeSet, GrowingChange } from '../../store/changeSet'
import { openParts } from './growingChange'
import { raise, type FromWriter, type Noted, type RegisterNote, type ToWriter, type WriterSetting } from './writerMessages'

export interface GrowOptions extends WriteOptions {
  /** This program is the register's writer already, in another thread. */
  lockIsHeld?: boolean
}

export interface WriteOptions {
  /** Aborting rolls back what is being written and answers `job_cancelled`. */
  signal?: AbortSignal
  onProgress?(done: number, total: number): void
}

/** The only way in which the register process writes. */
export interface RegisterWriter {
  apply(register: string, changes: ChangeSet, options?: WriteOptions): Promise<Result<Applied>>
  /** Begins a change set that is written while it is being made; other work waits until it is finished or abandoned. */
  grow(register: string, options?: GrowOptions): GrowingChange
  /** Writes produced reports; nobody waits long for these, so they cannot be cancelled. */
  note(register: string, note: RegisterNote): Promise<Result<Noted>>
  /** Ends the thread; unfinished work answers `job_interrupted`. */
  stop(): Promise<void>
}

/** Portions of an import are made, written and gone: a larger space for young objects only fills with them before it is swept. */
const youngMegabytes = 4

interface Waiting {
  settle(result: Result<Applied & Noted>): void
  onProgress?: WriteOptions['onProgress']
  onTaken?(): void
}

/**
 * @param program   the built writer thread (out/main/writer.js); it starts with the first work and again after a crash
 * @param givesWay  somebody works in a window meanwhile, which comes first where processors are few
 */
export function createRegisterWriter(program: string, { givesWay = false }: WriterSetting = {}): RegisterWriter {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let nextWork = 1

  function start(): Worker {
    const started = new Worker(program, { workerData: { givesWay } satisfies WriterSetting, resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes } })
    started.on('message', (message: FromWriter) => {
      const entry = waiting.get(message.work)
      if (message.type === 'progress') entry?.onProgress?.(message.done, message.total)
      else if (message.type === 'taken') entry?.onTaken?.()
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

  /** Sends one piece of work and waits for its answer. */
  function ask(message: ToWriter, events: Omit<Waiting, 'settle'>, transfer: readonly Transferable[] = []): Promise<Result<Applied & Noted>> {
    return new Promise((resolve) => {
      waiting.set(message.work, {
        ...events,
        settle(result) {
          waiting.delete(message.work)
          resolve(result)
        },
      })
      worker ??= start()
      worker.ref()
      worker.postMessage(message, transfer)
    })
  }

  return {
    apply(register, changes, { signal, ...events } = {}) {
      const { cancel, forget } = cancelFlag(signal)
      return ask({ type: 'apply', work: nextWork++, register, changes, cancel }, events).finally(forget)
    },
    grow(register, { signal, lockIsHeld = false, ...events } = {}) {
      const { cancel, forget } = cancelFlag(signal)
      return openParts((parts, onTaken) => {
        const message: ToWriter = { type: 'grow', work: nextWork++, register, parts, lockIsHeld, cancel }
        return ask(message, { ...events, onTaken }, [parts.port]).finally(forget)
      })
    },
    note: (register, note) => ask({ type: 'note', work: nextWork++, register, note }, {}),
    async stop() {
      await worker?.terminate()
    },
  }
}

/** The flag that an abort raises for the writer to see. */
function cancelFlag(signal: AbortSignal | undefined): { cancel: SharedArrayBuffer; forget(): void } {
  const cancel = new SharedArrayBuffer(4)
  const cancelNow = (): void => raise(cancel)
  if (signal?.aborted) cancelNow()
  signal?.addEventListener('abort', cancelNow, { once: true })
  return { cancel, forget: () => signal?.removeEventListener('abort', cancelNow) }
}
