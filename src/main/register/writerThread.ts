import { parentPort } from 'node:worker_threads'
import { fail, type Result } from '../../shared/domain/result'
import type { Applied } from '../store/changeSet'
import { createStore } from '../store/sqlite/createStore'
import { isRaised, type FromWriter, type ToWriter } from './writerMessages'

/**
 * Entry of the writer thread (architecture.md 1): applies change sets through a connection of its own, so that nobody
 * who reads ever waits for a transaction. The register is open for writing only while there is something to write;
 * between two pieces of work another program may be its writer.
 */
const progressEveryMs = 100

function post(message: FromWriter): void {
  parentPort?.postMessage(message)
}

async function apply({ work, register, changes, cancel }: ToWriter): Promise<Result<Applied>> {
  const opened = createStore(register, { mode: 'write' })
  if (!opened.ok) return opened
  let shownAt = 0
  try {
    return await opened.value.apply(changes, {
      isCancelled: () => isRaised(cancel),
      onProgress: (done, total) => {
        if (done < total && performance.now() - shownAt < progressEveryMs) return
        shownAt = performance.now()
        post({ type: 'progress', work, done, total })
      },
    })
  } finally {
    await opened.value.close()
  }
}

parentPort?.on('message', (message: ToWriter) => {
  apply(message).then(
    (result) => post({ type: 'applied', work: message.work, result }),
    (error: unknown) => {
      console.error(error)
      post({ type: 'applied', work: message.work, result: fail('unexpected') })
    },
  )
})
