import { appendFileSync } from 'node:fs'
import { createRandom } from './registers/randomRecords'

/**
 * What the long suites measure; `npm run test:long` adds up what the tests tell and writes docs/reliability.md of it.
 * kills: programs killed, after which the register was proved whole; diskFaults: times the disk filled up during a change;
 * flips: bits flipped, each noticed or proved harmless; files: broken files read or refused; walks: sequences of changes equal
 * to a model; columnWalks: the same of the columns that follow the register; requests: calls of a window to the network;
 * upgrades: registers of earlier programs brought to this version; powerLosses: states of a disk after a power loss; ioFaults: calls of the system that failed; damages: files of a register
 * broken otherwise; commandLines: calls with hostile words; ownFiles: broken forms, backups and returned lists; zones: zones and days that a clock stood at.
 */
export type Figure = 'kills' | 'powerLosses' | 'ioFaults' | 'zones' | 'diskFaults' | 'flips' | 'files' | 'walks' | 'columnWalks' | 'upgrades' | 'messages' | 'commandLines' | 'ownFiles' | 'damages' | 'pages' | 'soakMinutes' | 'salvages' | 'injections' | 'requests'

/** Settings that make a suite longer than `npm test` has it. */
export type LengthSetting = 'KILLS' | 'POWER_LOSSES' | 'IO_FAULTS' | 'SALVAGES' | 'ZONES' | 'SOAK_MINUTES' | 'DISK_FAULTS' | 'ROT_FLIPS' | 'DAMAGES' | 'MUTATIONS' | 'REGISTER_SEQUENCES' | 'CARRIED_WALKS'

export function lengthOf(setting: LengthSetting, short: number): number {
  return Number(process.env[setting] ?? short)
}

/** Adds to a figure, once what it counts has been proved. Only the long form keeps it; of remarks it keeps the last. */
export function recordFigure(figure: Figure, count: number, remark?: string): void {
  const file = process.env['RELIABILITY_FIGURES']
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ figure, count, remark })}\n`)
}

/** Whether the long form is asking. */
export const isLong = process.env['RELIABILITY_FIGURES'] !== undefined

const seed = 20_260_117

/**
 * Moments of a fault: the short form's own, or as many as the setting says, spread by a seed from none to the longest.
 *
 * @param share  part of the setting that falls to this suite, 0 to 1
 */
export function momentsOf(setting: LengthSetting, short: readonly number[], longest: number, share = 1): readonly number[] {
  if (process.env[setting] === undefined) return short
  const random = createRandom(seed + longest)
  return Array.from({ length: Math.ceil(lengthOf(setting, 0) * share) }, () => random.below(longest))
}
