import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import { z } from 'zod'
import { unfinishedWork, type UnfinishedWork } from '../../shared/bridge/operations/shellOperations'
import type { SendEvent } from './registerHost'

/** Work that the clerk would have to do again. Looking, counting and writing tables for others leave no doubt about the register. */
const remembered: readonly string[] = ['job.import', 'job.importWrite', 'job.undo', 'job.redo', 'job.block', 'job.attach', 'job.policy', 'job.backup', 'job.restore', 'job.salvage']

const askedOtherwise: readonly string[] = ['job.import', 'job.importWrite', 'job.backup']

export interface UnfinishedDesk {
  /** Hears what the windows are told. */
  hear: SendEvent
  /** What was under way when the program was last cut short: killed, or the computer went off. */
  left(): UnfinishedWork[]
  /** What is under way and would not be asked about as files are: the backup of the day is made again by itself. */
  underWay(): UnfinishedWork[]
  /** The files that are judged and wait for the clerk, with what they are called. */
  awaits(files: readonly { file: string; path: string }[]): void
  /** The clerk has read it. */
  dismiss(): void
  /** The program ends as it should: the clerk was asked about whatever still runs. */
  forget(): void
}

/**
 * Keeps beside the preferences what is being worked on, as long as it is. The register itself holds no half change and
 * so cannot tell; a clerk who saw a file being written must hear that it has to be looked at again.
 */
export function createUnfinishedDesk(): UnfinishedDesk {
  const file = join(app.getPath('userData'), 'unfinished.json')
  let left = read(file)
  const running = new Map<string, UnfinishedWork>()
  let waiting: UnfinishedWork[] = []
  let isOver = false
  let written = JSON.stringify(left)
  write()

  function write(): void {
    const all = [...running.values(), ...waiting]
    const text = JSON.stringify(all)
    if (text === written) return
    written = text
    try {
      if (all.length === 0) rmSync(file, { force: true })
      else writeFileSync(file, text)
    } catch {
      // Without it the next start says nothing, as when nothing was under way.
    }
  }

  return {
    hear(name, payload) {
      if (!('jobId' in payload)) return
      if (name === 'job.ended') running.delete(payload.jobId)
      else if (remembered.includes(payload.name)) running.set(payload.jobId, { name: payload.name, subject: 'subject' in payload ? (payload.subject ?? null) : null })
      write()
    },
    left: () => left,
    underWay: () => [...running.values()].filter(({ name }) => !askedOtherwise.includes(name)),
    awaits(files) {
      if (isOver) return
      waiting = files.map(({ file: subject, path }) => ({ name: 'job.import', subject, path }))
      write()
    },
    dismiss() {
      left = []
    },
    forget() {
      isOver = true
      running.clear()
      waiting = []
      write()
    },
  }
}

function read(file: string): UnfinishedWork[] {
  try {
    return z.array(unfinishedWork).parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return []
  }
}
