import { z } from 'zod'
import { filePath } from '../filePath'
import { nothing, operation } from '../operation'
import { errorCode } from '../failures'

export const registerStatus = z.object({
  /** Path of the open register; null while there is none. */
  file: z.string().nullable(),
  sequence: z.int().nonnegative(),
  /** Records by list kind, for the rail and the status bar. */
  counts: z.record(z.string(), z.int().nonnegative()),
  /** It lies where nothing can be written, and is only read. */
  isReadOnlyPlace: z.boolean(),
  /** While there is none: the one that was to be opened last and could not be, and why. */
  unopened: z.object({ file: z.string(), code: errorCode, details: z.record(z.string(), z.unknown()) }).nullable(),
})
export type RegisterStatus = z.output<typeof registerStatus>

/** The program and the register that is open. */
export const registerOperations = {
  'app.info': operation(nothing, z.object({ version: z.string(), node: z.string(), sqlite: z.string().nullable() })),
  'register.open': operation(z.object({ file: filePath, create: z.boolean().default(false) }), registerStatus),
  'register.status': operation(nothing, registerStatus),
  /** Gives running work up: an export, a preview, a count. `job` is the number in `job:<job>` of its events. */
  'jobs.cancel': operation(z.object({ job: z.int().positive() }), nothing),
} as const
