import { z } from 'zod'
import { filePath } from '../filePath'
import { attachmentTypes, type AttachmentType } from '../../domain/catalogue/attachmentTypes'
import { attachmentNoteEdit, attachmentRequest, newAttachments, refusedFile } from '../attachments'
import { nothing, operation } from '../operation'
import { recordChange } from '../records'

const typeNames = Object.keys(attachmentTypes) as [AttachmentType, ...AttachmentType[]]

/** Files that belong to a record. */
export const attachmentOperations = {
  /** Attaches copies of files; those that may not be attached are named, the others come as one change. */
  'attachments.add': operation(newAttachments, z.object({ change: recordChange, refused: z.array(refusedFile) })),
  /** Ends the adding that is under way; nothing of it is attached. */
  'attachments.cancel': operation(nothing, nothing),
  'attachments.remove': operation(attachmentRequest, recordChange),
  'attachments.note': operation(attachmentNoteEdit, recordChange),
  /** A copy for another program, under a name that is safe on every system, in a folder of its own. */
  'attachments.copy': operation(attachmentRequest, z.object({ file: z.string(), type: z.enum(typeNames) })),
  /** What a copy of it would be called. */
  'attachments.name': operation(attachmentRequest, z.object({ name: z.string() })),
  'attachments.save': operation(attachmentRequest.extend({ file: filePath }), z.object({ file: z.string() })),
} as const
