import type { z } from 'zod'

/**
 * What this program once wrote about a workbook among its properties (documentMark.ts), as one kind of mark knows it; null for
 * a workbook without a mark, and for one of another kind. Anybody may have written the text.
 */
export function readMark<T>(text: string | undefined, kind: z.ZodType<T>): T | null {
  if (text === undefined) return null
  try {
    const read = kind.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
