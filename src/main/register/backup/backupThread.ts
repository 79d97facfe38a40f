import { parentPort, workerData } from 'node:worker_threads'
import { fail } from '../../../shared/domain/result'
import { runOrder } from './runOrder'
import type { BackupOrder, FromBackup } from './backupMessages'

/** Entry of the backup thread: copying and comparing a large register must not keep anybody waiting. */
const order = workerData as BackupOrder

function post(message: FromBackup): void {
  parentPort?.postMessage(message)
}

runOrder(order, (done, total) => post({ type: 'progress', done, total })).then(
  (result) => post({ type: 'done', result }),
  (error: unknown) => {
    console.error(error)
    post({ type: 'done', result: fail('unexpected') })
  },
)
