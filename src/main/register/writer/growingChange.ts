import { MessageChannel } from 'node:worker_threads'
import { succeed, type Result } from '../../../shared/domain/result'
import type { Applied, ChangePart, GrowingChange } from '../../store/changeSet'
import type { PartChannel, PartMessage } from './writerMessages'

/** Portions on their way or being written: one more than needed to keep the writer busy, few enough to stay small. */
const mostOnTheWay = 4

/**
 * The asking side of a growing change set.
 *
 * @param begin  sends the channel to the writer thread; `onTaken` is to be called for each part it takes, and the promise
 *               answers once all is written or nothing
 */
export function openParts(begin: (parts: PartChannel, onTaken: () => void) => Promise<Result<Applied>>): GrowingChange {
  const { port1, port2 } = new MessageChannel()
  const bell = new SharedArrayBuffer(4)
  let onTheWay = 0
  let over: Result<Applied> | null = null
  let makeRoom: () => void = () => undefined
  const written = begin({ port: port2, bell }, () => {
    onTheWay--
    makeRoom()
  }).then((result) => {
    over = result
    port1.close()
    makeRoom()
    return result
  })

  function send(part: ChangePart | null): void {
    if (over !== null) return
    onTheWay++
    const message: PartMessage = { part }
    port1.postMessage(message)
    Atomics.add(new Int32Array(bell), 0, 1)
    Atomics.notify(new Int32Array(bell), 0)
  }

  const hasRoom = (): boolean => over !== null || onTheWay < mostOnTheWay

  return {
    async add(portion) {
      send({ portion })
      while (!hasRoom()) await new Promise<void>((resolve) => { makeRoom = resolve })
      return over !== null && !over.ok ? over : succeed(null)
    },
    async finish(rest) {
      send({ rest })
      return written
    },
    async abandon() {
      send(null)
      await written
    },
  }
}
