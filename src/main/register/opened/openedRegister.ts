import { existsSync, statSync } from 'node:fs'
import { listDefinitions, listKinds } from '../../../shared/domain/catalogue/listFields'
import { fail, Refusal, succeed, type Failure, type Result } from '../../../shared/domain/result'
import type { RegisterStatus } from '../../../shared/bridge/contract'
import type { BridgeEvents, EventName } from '../../../shared/bridge/events'
import type { Applied, ChangeSet, GrowingChange } from '../../store/changeSet'
import { toOpeningFailure } from '../../store/sqlite/file/sqliteFailure'
import { ResultHandles } from '../lists/resultHandles'
import type { RegisterWriter, WriteOptions } from '../writer/registerWriter'
import type { Noted, RegisterNote } from '../writer/writerMessages'
import { realRegister } from './realRegister'
import { openSession, type RegisterSession } from './session'

export type EmitEvent = <K extends EventName>(name: K, payload: BridgeEvents[K]) => void

/** The register that the windows work with; at most one at a time. */
export interface OpenedRegister {
  results: ResultHandles
  open(file: string, create: boolean): Promise<Result<RegisterStatus>>
  /** @returns register_unavailable while none is open */
  session(): Result<RegisterSession>
  status(): Promise<RegisterStatus>
  /** Writes a change set to the open register and tells the windows; answers what the writer answers. */
  apply(changes: ChangeSet, options?: WriteOptions): Promise<Result<Applied>>
  /** Begins a change set that is written while it is being made. @throws Refusal while no register is open */
  grow(options?: WriteOptions): GrowingChange
  /** Writes a produced report, or how lists are looked at, beside the records of the open register. */
  note(note: RegisterNote): Promise<Result<Noted>>
  /** Opens the register once more, since what it is read with has changed: its city. The windows ask everything again. */
  reload(): Promise<Result<RegisterStatus>>
  /**
   * Works on the file itself while this process has no connection to it, and opens it again whatever became of that.
   * Meanwhile every question is answered by register_unavailable.
   *
   * @returns what the work answers; where that went well, what opening refuses
   */
  whileClosed<T>(work: (path: string) => Promise<Result<T>>): Promise<Result<T>>
  /** From now on the register at this path is only read: it was found damaged, and writing could spoil what is left. */
  refuseWrites(path: string, problem: string): void
  /** Another content has taken its place. */
  allowWrites(): void
  /** What was found wrong with the open register; null as long as nothing was. */
  damage(): string | null
  close(): Promise<void>
  /** Calls whoever works on the open register whenever it is closed, also for another one. */
  onClose(tell: () => void | Promise<void>): void
  /** Calls whoever looks after the open register whenever one has been opened, also once more. */
  onOpen(tell: () => void): void
}

/** How often the register is asked whether another program has written; the question reads one row. */
const watchEveryMs = 1_000

/** The file of that name as the system knows it; null where none is. */
function fileAt(path: string): string | null {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false })
  return stat ? `${stat.dev}:${stat.ino}` : null
}

/** @param writer  does the writing; the session of this process only reads */
export function createOpenedRegister(emit: EmitEvent, writer: Pick<RegisterWriter, 'apply' | 'grow' | 'note'>): OpenedRegister {
  const results = new ResultHandles()
  let current: RegisterSession | null = null
  let watch: NodeJS.Timeout | null = null
  /** Which file the open register is, whatever becomes of its name. */
  let identity: string | null = null
  let seen = 0
  let damaged: { path: string; problem: string } | null = null
  let unopened: RegisterStatus['unopened'] = null
  /** The register that is closed for a moment, since its file is worked on. */
  let replaced: string | null = null
  const dependants: (() => void | Promise<void>)[] = []
  /** Until those who worked on what was closed last have let go of its file. */
  let lettingGo: Promise<unknown> = Promise.resolve()
  const keepers: (() => void)[] = []
  const isDamaged = (session: RegisterSession): boolean => session.path === damaged?.path

  /** Why nothing is written to it, by whomever it is asked; null where it is written to. */
  function refusalOf(session: RegisterSession): Failure | null {
    if (isDamaged(session)) return fail('register_read_only')
    if (session.readOnlyPlace !== null) return fail('file_not_writable', undefined, { what: 'register', path: session.path })
    // What is read is the file that was opened; the writer goes by the name, and would make an empty one or write to another.
    return fileAt(session.path) === identity ? null : fail('register_unavailable', undefined, { what: 'moved', path: session.path })
  }

  async function close(): Promise<void> {
    if (watch) clearInterval(watch)
    results.clear()
    lettingGo = Promise.all(dependants.map(async (tell) => tell()))
    const closing = current
    current = null
    await closing?.close()
  }

  async function announceChanges(session: RegisterSession): Promise<void> {
    // Closed while it was written to: what was written stands, and nobody looks at it any more.
    if (session !== current) return
    if (session.readOnlyPlace?.isOutdated()) return void await reopen(session.path)
    const sequence = await session.store.sequence()
    if (session !== current || sequence === seen) return
    seen = sequence
    emit('register.changed', { sequence })
  }

  async function status(): Promise<RegisterStatus> {
    if (replaced !== null) return { file: replaced, sequence: seen, counts: {}, unopened: null, isReadOnlyPlace: false }
    if (!current) return { file: null, sequence: 0, counts: {}, unopened, isReadOnlyPlace: false }
    const counts: Record<string, number> = {}
    for (const kind of listKinds) counts[kind] = await current.store.records.count(listDefinitions[kind].record)
    return { file: current.path, sequence: await current.store.sequence(), counts, unopened: null, isReadOnlyPlace: current.readOnlyPlace !== null }
  }

  async function open(file: string, create = false): Promise<Result<RegisterStatus>> {
    const opened = await openNow(file, create)
    if (!opened.ok) unopened = { file, code: opened.code, details: opened.details ?? {} }
    else for (const tell of keepers) tell()
    return opened
  }

  async function openNow(given: string, create: boolean): Promise<Result<RegisterStatus>> {
    const file = realRegister(given)
    if (file === replaced) return fail('register_unavailable')
    if (!create && !existsSync(file)) return fail('file_not_found', undefined, { path: file })
    const opened = openSession(file)
    if (!opened.ok) return opened
    await close()
    const session = opened.value
    current = session
    identity = fileAt(file)
    try {
      seen = await session.store.sequence()
      // A register that cannot be asked now, its drive away, is told of by the next question of a person.
      watch = setInterval(() => void announceChanges(session).catch(() => undefined), watchEveryMs)
      return succeed(await status())
    } catch (error) {
      await close()
      return toOpeningFailure(error)
    }
  }

  async function reopen(path: string): Promise<Result<RegisterStatus>> {
    const reopened = await open(path)
    if (reopened.ok) emit('register.changed', { sequence: reopened.value.sequence })
    return reopened
  }

  return {
    results,
    close,
    onClose: (tell) => void dependants.push(tell),
    onOpen: (tell) => void keepers.push(tell),
    status,
    session: () => (current ? succeed(current) : fail('register_unavailable')),
    async apply(changes, options) {
      const session = current
      if (!session) return fail('register_unavailable')
      const refusal = refusalOf(session)
      if (refusal) return refusal
      const applied = await writer.apply(session.path, changes, options)
      if (applied.ok) await announceChanges(session)
      return applied
    },
    grow(options) {
      const session = current
      if (!session) throw new Refusal('register_unavailable')
      const refusal = refusalOf(session)
      if (refusal) throw new Refusal(refusal.code, refusal.at, refusal.details)
      const change = writer.grow(session.path, options)
      return {
        ...change,
        async finish(rest) {
          const applied = await change.finish(rest)
          if (applied.ok) await announceChanges(session)
          return applied
        },
      }
    },
    async note(note) {
      if (!current) return fail('register_unavailable')
      return refusalOf(current) ?? writer.note(current.path, note)
    },
    refuseWrites(path, problem) {
      damaged = { path, problem }
    },
    allowWrites() {
      damaged = null
    },
    damage: () => (current !== null && isDamaged(current) ? (damaged?.problem ?? null) : null),
    reload: async () => (current ? reopen(current.path) : fail('register_unavailable')),
    async whileClosed(work) {
      if (!current) return fail('register_unavailable')
      const { path } = current
      replaced = path
      await close()
      await lettingGo
      const done = await work(path).finally(() => { replaced = null })
      // Another register may have been opened meanwhile.
      const reopened = current === null ? await reopen(path) : succeed(null)
      return done.ok && !reopened.ok ? reopened : done
    },
    open,
  }
}
