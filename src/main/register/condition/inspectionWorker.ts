import { Worker } from 'node:worker_threads'
import { fail, type Result } from '../../../shared/domain/result'
import { inspectRegister } from '../../store/inspectRegister'
import type { ProblemCode } from '../../store/registerProblem'
import type { StartInspection } from './inspectionMessages'

/** @param program  the built inspection thread (out/main/inspection.js); one thread for each inspection */
export function inspectionWorker(program: string): StartInspection {
  return (order) => {
    const worker = new Worker(program, { workerData: order })
    const answered = Promise.withResolvers<Result<ProblemCode | null>>()
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
    worker.once('message', answered.resolve)
    worker.on('error', (error) => console.error(error))
    void ended.then(() => answered.resolve(fail('job_interrupted')))
    worker.unref()
    return {
      // Asked again only when the register is free of it.
      found: ended.then(() => answered.promise),
      async stop() {
        answered.resolve(fail('job_interrupted'))
        await worker.terminate()
      },
    }
  }
}

/** The same in this thread, where nobody is kept waiting. */
export const inspectHere: StartInspection = ({ path, depth }) => ({ found: Promise.resolve().then(() => inspectRegister(path, depth)), stop: async () => undefined })
