import { parentPort, workerData } from 'node:worker_threads'
import { fail } from '../../../shared/domain/result'
import { writePdf } from '../../workbook/print/pdfWriter'
import type { FromPrinter, PrintOrder } from './printMessages'

/** Entry of the printing thread: reading fonts and setting a long list must not keep anybody waiting. */
const { file, options } = workerData as PrintOrder
const cancelling = new AbortController()

parentPort?.once('message', () => cancelling.abort())

function post(message: FromPrinter): void {
  parentPort?.postMessage(message)
}

writePdf(file, { ...options, signal: cancelling.signal, onProgress: (rows, total) => post({ type: 'progress', rows, total }) }).then(
  (result) => post({ type: 'done', result }),
  (error: unknown) => {
    console.error(error)
    post({ type: 'done', result: fail('unexpected') })
  },
).finally(() => parentPort?.close())
