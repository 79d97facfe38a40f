import { Worker } from 'node:worker_threads'
import { fail } from '../../../shared/domain/result'
import type { FromPrinter, PrintOrder, PrintPdf, ToPrinter } from './printMessages'

/** @param program  the built printing thread (out/main/printer.js); one thread for each PDF */
export function printWorker(program: string): PrintPdf {
  return (file, { signal, onProgress, ...options }) => new Promise((resolve) => {
    const order: PrintOrder = { file, options }
    const cancel: ToPrinter = 'cancel'
    const worker = new Worker(program, { workerData: order })
    const giveUp = (): void => worker.postMessage(cancel)
    signal?.addEventListener('abort', giveUp, { once: true })
    worker.on('message', (message: FromPrinter) => {
      if (message.type === 'progress') onProgress?.(message.rows, message.total)
      else resolve(message.result)
    })
    worker.on('error', (error) => console.error(error))
    worker.once('exit', () => {
      signal?.removeEventListener('abort', giveUp)
      resolve(fail('job_interrupted'))
    })
  })
}
