import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import { z } from 'zod'
import { unfinishedWork, type UnfinishedWork } from '../../shared/bridge/operations/shellOperations'
import type { SendEvent } from './registerHost'

/** Work that the clerk would have to do again. Looking, counting and writing tables for others leave no doubt about the register. */
const remembered: readonly string[] = ['job.import', 'job.importWrite', 'job.undo', 'job.redo', 'job.block', 'job.attach', 'job.policy', 'job.backup', 'job.restore', 'job.salvage']

const askedOtherwise: readonly string[] = ['job.import', 'job.importWrite', 'job.backup']

/** What the clerk had said about a file stays here: the window shows it when the file is open again. */
const noted = unfinishedWork.omit({ isAnswered: true }).extend({ words: z.string().optional() })
type Noted = z.output<typeof noted>

export interface UnfinishedDesk {
  /** Hears what the windows are told. */
  hear: SendEvent
  /** What was under way when the program was last cut short: killed, or the computer went off. */
  left(): UnfinishedWork[]
  /** What is under way and would not be asked about as files are: the backup of the day is made again by itself. */
  underWay(): UnfinishedWork[]
  /** The files that are judged and wait for the clerk, with what they are called and what she has said about them. */
  awaits(files: readonly WaitingFile[]): void
  /** The register process died, and what it had judged with it: the files are offered as after a start. */
  lost(): void
  /** Those that waited when the program was cut short. */
  waited(): { path: string; words: string | null }[]
  /** They have been opened again. */
  dismissWaited(): void
  /** The clerk has read it. */
  dismiss(): void
  /** The program ends as it should: the clerk was asked about whatever still runs. */
  forget(): void
}

export interface WaitingFile {
  file: string
  path: string
  words?: string | undefined
}

/**
 * Keeps beside the preferences what is being worked on, as long as it is. The register itself holds no half change and
 * so cannot tell; a clerk who saw a file being written must hear that it has to be looked at again.
 */
export function createUnfinishedDesk(): UnfinishedDesk {
  const file = join(app.getPath('userData'), 'unfinished.json')
  let left = read(file)
  const running = new Map<string, Noted>()
  let waiting: Noted[] = []
  let isOver = false
  let written = JSON.stringify(left)
  write()

  function write(): void {
    const isWaiting = ({ name, subject }: Noted): boolean => name === 'job.import' && waiting.some((file) => file.subject === subject)
    // Files that nobody has looked at since the last start are offered at the next one as well.
    const all = [...left.filter(({ path }) => path !== undefined), ...[...running.values()].filter((work) => !isWaiting(work)), ...waiting]
    const text = JSON.stringify(all)
    if (text === written) return
    written = text
    try {
      if (all.length === 0) rmSync(file, { force: true })
      else {
        // A program killed while it writes must not lose what was noted before.
        writeFileSync(`${file}.new`, text)
        renameSync(`${file}.new`, file)
      }
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
    left: () => left.map(({ words, ...work }) => ({ ...work, ...(words === undefined ? {} : { isAnswered: true }) })),
    underWay: () => [...running.values()].filter(({ name }) => !askedOtherwise.includes(name)),
    awaits(files) {
      if (isOver) return
      waiting = files.map(({ file: subject, path, words }) => ({ name: 'job.import', subject, path, words }))
      write()
    },
    lost() {
      const found = new Set(waiting.map(({ path }) => path))
      left = [...left.filter(({ path }) => !found.has(path)), ...waiting]
      waiting = []
      write()
    },
    waited: () => left.flatMap(({ path, words = null }) => (path === undefined ? [] : [{ path, words }])),
    dismissWaited() {
      left = left.filter(({ path }) => path === undefined)
      write()
    },
    dismiss() {
      left = []
      write()
    },
    forget() {
      isOver = true
      running.clear()
      waiting = []
      write()
    },
  }
}

function read(file: string): Noted[] {
  try {
    return z.array(noted).parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return []
  }
}
