import { z } from 'zod'
import { filePath } from './filePath'
import { attachmentTypes, longestAttachmentNote, mostFilesAtOnce, type AttachmentType } from '../domain/catalogue/attachmentTypes'
import { failureData } from './failures'
import { listKind } from './lists'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** A file of a record, named by its content. */
export const attachmentRequest = z.object({ kind: listKind, id: z.int(), sha256 })

export const attachmentNoteEdit = attachmentRequest.extend({ note: z.string().max(longestAttachmentNote) })

export const newAttachments = z.object({ kind: listKind, id: z.int(), files: z.array(filePath).min(1).max(mostFilesAtOnce) })

const typeNames = Object.keys(attachmentTypes) as [AttachmentType, ...AttachmentType[]]

export const recordAttachment = z.object({
  sha256,
  fileName: z.string(),
  sizeBytes: z.number(),
  type: z.enum(typeNames),
  note: z.string(),
  /** When it was added and by whom. */
  at: z.number(),
  operator: z.string(),
  /** The file is no longer beside the register. */
  isMissing: z.boolean(),
})
export type RecordAttachment = z.output<typeof recordAttachment>

/** A file that was not attached, and why. */
export const refusedFile = failureData
