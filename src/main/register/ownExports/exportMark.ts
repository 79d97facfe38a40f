import { z } from 'zod'
import type { RegisterStore } from '../../store/registerStore'
import { readMark } from '../workbookMark'

/**
 * What an exported workbook says about itself: the state of the register that it shows, by the sequence of its last change
 * set and that one's link of the journal's chain, which no other register has.
 */
const exportMark = z.object({ export: z.object({ sequence: z.int().positive(), link: z.string().regex(/^[0-9a-f]{64}$/) }) })
export type ExportMark = z.output<typeof exportMark>['export']

/** The register's state now, as a mark; null for a new register, in which there is nothing to export. */
export async function markOfState({ sequence, past }: Pick<RegisterStore, 'sequence' | 'past'>): Promise<ExportMark | null> {
  const now = await sequence()
  const link = await past.link(now)
  return link === null ? null : { sequence: now, link }
}

export function writeExportMark({ sequence, link }: ExportMark): string {
  return JSON.stringify({ export: { sequence, link } })
}

/** The mark in a workbook's properties; null for what is none. */
export function readExportMark(text: string | undefined): ExportMark | null {
  return readMark(text, exportMark)?.export ?? null
}
