import { z } from 'zod'
import type { ExportMark } from '../../ownExports/exportMark'
import { readMark } from '../../workbookMark'
import type { TemplateMark } from '../templates/templateMark'

/**
 * What is written into a workbook that goes back to its sender, so that it is known when it returns. It names a batch and
 * nothing more: which of its rows were refused, and what the others held, the register knows itself. A workbook holds
 * one mark: what a form or an export said about itself (templateMark.ts, exportMark.ts) stands beside the batch, and is
 * read there as in the form.
 */
const returnMark = z.object({ return: z.object({ batch: z.int().positive().nullable(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }) })
export type ReturnMark = z.output<typeof returnMark>['return']

export function writeReturnMark({ batch, sha256 }: ReturnMark, template: TemplateMark | null, exported: ExportMark | null): string {
  return JSON.stringify({ return: { batch, sha256 }, ...(template === null ? {} : { template }), ...(exported === null ? {} : { export: exported }) })
}

/** The mark in a workbook's properties; null for what is none. */
export function readReturnMark(text: string | undefined): ReturnMark | null {
  return readMark(text, returnMark)?.return ?? null
}
