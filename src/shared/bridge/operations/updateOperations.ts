import { z } from 'zod'
import { nothing, operation } from '../operation'

const version = z.string().max(40)

export const updateState = z.object({
  version,
  /** How the program came here; a portable one keeps everything beside itself. */
  kind: z.enum(['portable', 'folder', 'setup', 'system', 'source']),
  /** The build has a key to check updates with; one without never updates itself. */
  isSigned: z.boolean(),
  /** The folder or the address that the office set; null while none is: nothing is then ever looked for. */
  place: z.string().nullable(),
  /** The version to go back to; null when there is none. */
  previous: version.nullable(),
  /** The version that the next start runs; null when that is this one. */
  next: version.nullable(),
})
export type UpdateState = z.output<typeof updateState>

/** A newer version that lies at the place. */
export const newerVersion = z.object({
  version, releasedOn: z.string(), notes: z.string(),
  /** Of the package for this program; null where there is none. */
  bytes: z.int().nullable(),
})
export type NewerVersion = z.output<typeof newerVersion>

/** Versions of the program: only by the clerk's click, only from the place that the office set. */
export const updateOperations = {
  'update.state': operation(nothing, updateState),
  'update.setPlace': operation(z.object({ place: z.string().trim().min(1).max(2_000).nullable() }), updateState),
  /** Looks at the place. @returns null where this is the newest */
  'update.check': operation(nothing, z.object({ newer: newerVersion.nullable() })),
  /**
   * Copies the version here, proves it, backs the open register up. `how`: `switched`, the next start runs it; `installer`,
   * its installer was started and this program ends; `handed`, the proved package lies in `file` for whoever may install it.
   */
  'update.install': operation(z.object({ version }), z.object({ how: z.enum(['switched', 'installer', 'handed']), file: z.string().nullable(), keptAs: z.string().nullable() })),
  'update.cancel': operation(nothing, nothing),
  /** The next start runs the version before; the open register is backed up first. */
  'update.goBack': operation(z.object({ version }), updateState),
  /** Ends the program and starts it again, after asking where files are not committed. */
  'update.restart': operation(nothing, nothing),
} as const
