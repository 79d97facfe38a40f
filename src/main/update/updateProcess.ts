import { runUpdateOrder } from './runUpdateOrder'
import type { FromUpdate, UpdateOrder } from './updateOrders'

/**
 * Entry of the update process (out/main/update.js): the only part of the program that may reach a network, started for
 * one order by the clerk's click and gone after it.
 */
const port = process.parentPort
// A program contains archives of its own kind: here they are files like any other.
process.noAsar = true

const longestSilenceMs = 100
let saidAt = 0

function post(message: FromUpdate): void {
  port.postMessage(message)
}

port.once('message', ({ data }: { data: UpdateOrder }) => {
  void runUpdateOrder(data, (done, total) => {
    if (Date.now() - saidAt < longestSilenceMs) return
    saidAt = Date.now()
    post({ type: 'progress', done, total })
  }).then((result) => post({ type: 'answer', result }))
})
