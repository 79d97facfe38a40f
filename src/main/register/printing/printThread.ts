import { parentPort } from 'node:worker_threads'
import { fail, type Result } from '../../../shared/domain/result'
import type { PrintedFile } from '../../workbook/print/pdfWriter'
import { printerHere } from './printerHere'
import type { FromPrinter, PrintOrder, ToPrinter } from './printMessages'

/** Entry of the printing thread: reading fonts and setting a long list must not keep anybody waiting. */
const printer = printerHere()
const running = new Map<number, AbortController>()

parentPort?.on('message', (message: ToPrinter) => {
  if (message.type === 'print') void print(message.order)
  else if (message.type === 'cancel') running.get(message.job)?.abort()
  else parentPort?.close()
})

function post(message: FromPrinter): void {
  parentPort?.postMessage(message)
}

async function print({ job, file, options }: PrintOrder): Promise<void> {
  const cancelling = new AbortController()
  running.set(job, cancelling)
  const onProgress = (rows: number, total: number): void => post({ type: 'progress', job, rows, total })
  const result = await printer.print(file, { ...options, signal: cancelling.signal, onProgress }).catch((error: unknown): Result<PrintedFile> => {
    console.error(error)
    return fail('unexpected')
  })
  running.delete(job)
  post({ type: 'done', job, result })
}
