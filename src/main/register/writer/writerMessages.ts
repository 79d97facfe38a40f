import type { MessagePort } from 'node:worker_threads'
import type { Result } from '../../../shared/domain/result'
import type { Applied, ChangePart, ChangeSet } from '../../store/changeSet'
import type { FrozenReport, NewFrozenReport } from '../../store/frozenStore'
import type { NewReport } from '../../store/registerStore'

/** What the writer thread is started with. */
export interface WriterSetting { givesWay?: boolean }

/** Between the register process and its writer thread. Work is numbered; answers carry the number of their work. */
export type ToWriter =
  | { type: 'apply'; work: number; register: string; changes: ChangeSet; cancel: SharedArrayBuffer }
  | { type: 'grow'; work: number; register: string; parts: PartChannel; lockIsHeld: boolean; cancel: SharedArrayBuffer }
  | { type: 'note'; work: number; register: string; note: RegisterNote }

/**
 * The way of a growing change set's parts. The writer sleeps on the bell between two of them: it must not return to its
 * loop, where other work waits, while its transaction is open.
 */
export interface PartChannel {
  port: MessagePort
  /** Counts the parts that were sent. */
  bell: SharedArrayBuffer
}

/** null gives the change set up. */
export interface PartMessage { part: ChangePart | null }

/** What is written beside the records: it changes none of them, so it is no change set. */
export interface RegisterNote {
  /** Small entries of register_info that are no decision about the register: how lists are looked at. */
  settings?: Readonly<Record<string, string>>
  report?: NewReport
  /** A form of a closed period. */
  freeze?: NewFrozenReport
  reopen?: { id: number; at: number; operator: string; reason: string }
}

/** What a note wrote: the id of a report, a frozen form as it is kept. */
export interface Noted { report: number | null; frozen: FrozenReport | null }

export type FromWriter =
  | { type: 'progress'; work: number; done: number; total: number }
  | { type: 'taken'; work: number }
  | { type: 'applied'; work: number; result: Result<Applied> }
  | { type: 'noted'; work: number; result: Result<Noted> }

/** The flag of one piece of work: raised by the asking thread, read by the writer between rows. */
export function raise(cancel: SharedArrayBuffer): void {
  Atomics.store(new Int32Array(cancel), 0, 1)
}

export function isRaised(cancel: SharedArrayBuffer): boolean {
  return Atomics.load(new Int32Array(cancel), 0) === 1
}
