import { Worker } from 'node:worker_threads'
import { fail, type Result } from '../../../shared/domain/result'
import type { PdfOptions, PrintedFile } from '../../workbook/print/pdfWriter'
import type { FromPrinter, OpenPrinter, PrintPdf, ToPrinter } from './printMessages'

interface Waiting {
  onProgress: PdfOptions['onProgress']
  resolve(result: Result<PrintedFile>): void
}

/** @param program  the built printing thread (out/main/printer.js); one thread for each opened printer, from its first PDF on */
export function printWorker(program: string): OpenPrinter {
  return () => {
    const waiting = new Map<number, Waiting>()
    let worker: Worker | null = null
    let jobs = 0

    const send = (message: ToPrinter): void => worker?.postMessage(message)

    function start(): Worker {
      const started = new Worker(program)
      started.on('message', (message: FromPrinter) => {
        const job = waiting.get(message.job)
        if (message.type === 'progress') job?.onProgress?.(message.rows, message.total)
        else job?.resolve(message.result)
      })
      started.on('error', (error) => console.error(error))
      started.once('exit', () => {
        worker = null
        for (const job of waiting.values()) job.resolve(fail('job_interrupted'))
      })
      return started
    }

    const print: PrintPdf = (file, { signal, onProgress, ...options }) => new Promise((resolve) => {
      const job = ++jobs
      const giveUp = (): void => send({ type: 'cancel', job })
      const settle = (result: Result<PrintedFile>): void => {
        waiting.delete(job)
        signal?.removeEventListener('abort', giveUp)
        resolve(result)
      }
      waiting.set(job, { onProgress, resolve: settle })
      worker ??= start()
      signal?.addEventListener('abort', giveUp, { once: true })
      send({ type: 'print', order: { job, file, options } })
    })

    return { print, end: () => send({ type: 'end' }) }
  }
}
