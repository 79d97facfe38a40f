import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { fail, succeed, type Failure, type Result } from '../../../shared/domain/result'
import type { Applied, ApplyWatch, ChangePart } from '../../store/changeSet'
import { createStore } from '../../store/sqlite/createStore'
import { writeNote } from './writeNote'
import { giveWay } from '../../workbook/parser/giveWay'
import { isRaised, type FromWriter, type Noted, type PartChannel, type PartMessage, type ToWriter, type WriterSetting } from './writerMessages'

/**
 * Entry of the writer thread: applies change sets through a connection of its own, so that nobody
 * who reads ever waits for a transaction. The register is open for writing only while there is something to write;
 * between two pieces of work another program may be its writer.
 */
const progressEveryMs = 100

function post(message: FromWriter): void {
  parentPort?.postMessage(message)
}

async function apply({ work, register, changes, cancel }: Extract<ToWriter, { type: 'apply' }>): Promise<Result<Applied>> {
  const opened = createStore(register, { mode: 'write' })
  if (!opened.ok) return opened
  try {
    return await opened.value.apply(changes, watchOf(work, cancel))
  } finally {
    await opened.value.close()
  }
}

async function grow({ work, register, parts, lockIsHeld, cancel }: Extract<ToWriter, { type: 'grow' }>): Promise<Result<Applied>> {
  const opened = createStore(register, { mode: 'write', lockIsHeld })
  if (!opened.ok) return opened
  try {
    return opened.value.applyParts(() => {
      const part = waitForPart(parts)
      post({ type: 'taken', work })
      return part
    }, watchOf(work, cancel))
  } finally {
    parts.port.close()
    await opened.value.close()
  }
}

function waitForPart({ port, bell }: PartChannel): ChangePart | null {
  const rung = new Int32Array(bell)
  for (;;) {
    const heard = Atomics.load(rung, 0)
    const received = receiveMessageOnPort(port) as { message: PartMessage } | undefined
    if (received) return received.message.part
    Atomics.wait(rung, 0, heard)
  }
}

function watchOf(work: number, cancel: SharedArrayBuffer): ApplyWatch {
  let shownAt = 0
  return {
    isCancelled: () => isRaised(cancel),
    onProgress(done, total) {
      if (done < total && performance.now() - shownAt < progressEveryMs) return
      shownAt = performance.now()
      post({ type: 'progress', work, done, total })
    },
  }
}

async function note({ register, note: written }: Extract<ToWriter, { type: 'note' }>): Promise<Result<Noted>> {
  const opened = createStore(register, { mode: 'write' })
  if (!opened.ok) return opened
  try {
    return succeed(await writeNote(opened.value, written))
  } finally {
    await opened.value.close()
  }
}

function unexpected(error: unknown): Failure {
  console.error(error)
  return fail('unexpected')
}

// Only here does a priority belong to a thread: elsewhere the pages that somebody asks for would wait with it.
if ((workerData as WriterSetting).givesWay === true && process.platform === 'linux') giveWay()

parentPort?.on('message', (message: ToWriter) => {
  const { work } = message
  if (message.type === 'apply') void apply(message).catch(unexpected).then((result) => post({ type: 'applied', work, result }))
  else if (message.type === 'grow') void grow(message).catch(unexpected).then((result) => post({ type: 'applied', work, result }))
  else void note(message).catch(unexpected).then((result) => post({ type: 'noted', work, result }))
})
