import { z } from 'zod'
import { longestProperty } from '../limits'

/** What a parser is asked about a PDF. */
export interface PdfRequest {
  type: 'pdf.read'
  path: string
  /** Words of 64 hexadecimal digits that are looked for, as marks are. */
  marks: readonly string[]
  maxMemoryBytes: number
}

const digest = z.string().regex(/^[0-9a-f]{64}$/u)
const property = z.string().max(longestProperty).nullable()

/** What it answers: nobody has checked it before. */
export const pdfReading = z.strictObject({
  /** Which of the marks that are looked for stand in it, wherever a program keeps the properties. */
  marks: z.array(digest),
  keywords: property,
  /** The editions of the fonts that it was printed with. */
  editions: property,
  /** A checksum of its parts: two PDFs of the same show the same. Null for one that is built in another way than ours are. */
  parts: digest.nullable(),
})
/** What a PDF says of itself. */
export type PdfReading = z.output<typeof pdfReading>
