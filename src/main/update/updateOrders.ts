import type { Result } from '../../shared/domain/result'
import type { PackageKind, UpdateOffer } from '../../shared/domain/update/updateOffer'

/** What the update process is started for: one order, one answer. Killing it is how an order is cancelled. */
export type UpdateOrder = LookOrder | PrepareOrder

/** Reads what a place offers. */
export interface LookOrder {
  work: 'look'
  /** The office's update place. */
  where: string
  publicKey: string
}

/** Puts an offered version onto this computer, proved, and not yet in use. */
export interface PrepareOrder extends Omit<LookOrder, 'work'> {
  work: 'prepare'
  /** The version that the clerk was shown: another one that lies there by now is not taken for it. */
  version: string
  kind: PackageKind
  /** Where packages and versions go. */
  versionsFolder: string
  /** Versions there that stay, besides the new one. */
  keep: readonly string[]
  /** The program that an installer will overwrite, kept as a version to go back to; null where nothing is overwritten. */
  keepProgram: { folder: string; version: string } | null
}

export interface Prepared {
  version: string
  /** The proved package, for who installs it; null where the version lies unpacked. */
  packageFile: string | null
}

export type UpdateAnswer = { work: 'look'; offer: UpdateOffer } | { work: 'prepare'; prepared: Prepared }

export type FromUpdate =
  | { type: 'progress'; done: number; total: number | null }
  | { type: 'answer'; result: Result<UpdateAnswer> }
