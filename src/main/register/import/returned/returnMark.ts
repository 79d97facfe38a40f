import { z } from 'zod'

/**
 * What is written into a workbook that goes back to its sender, so that it is known when it returns. It names a batch and
 * nothing more: which of its rows were refused, and what the others held, the register knows itself.
 */
const returnMark = z.object({ return: z.object({ batch: z.int().positive().nullable(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }) })
export type ReturnMark = z.output<typeof returnMark>['return']

export function writeReturnMark(mark: ReturnMark): string {
  return JSON.stringify({ return: { batch: mark.batch, sha256: mark.sha256 } })
}

/** The mark in a workbook's properties; null for what is none. */
export function readReturnMark(text: string | undefined): ReturnMark | null {
  if (text === undefined) return null
  try {
    const read = returnMark.safeParse(JSON.parse(text))
    return read.success ? read.data.return : null
  } catch {
    return null
  }
}
