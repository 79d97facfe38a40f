/** Largest file that may be attached to a record: a scanned dossier is smaller, a film is no evidence. */
export const largestAttachmentMb = 100
/** Files that are attached at once. */
export const mostFilesAtOnce = 50
/** Longest remark about a file, in characters. */
export const longestAttachmentNote = 200

/**
 * What may be attached to a record and handed to the system's programs, by content. The first ending is given to a copy
 * whose name says something else; the others stay as they are.
 */
export const attachmentTypes = {
  pdf: ['pdf'], ofd: ['ofd'],
  jpg: ['jpg', 'jpeg', 'jpe', 'jfif'], png: ['png'], gif: ['gif'], bmp: ['bmp', 'dib'], tif: ['tif', 'tiff'], webp: ['webp'], heic: ['heic', 'heif'],
  docx: ['docx'], xlsx: ['xlsx'], pptx: ['pptx'],
  doc: ['doc', 'wps'], xls: ['xls', 'et'], ppt: ['ppt', 'dps'],
  odt: ['odt'], ods: ['ods'],
} as const satisfies Record<string, readonly [string, ...string[]]>

export type AttachmentType = keyof typeof attachmentTypes

/** Every ending that a file handed to the system may have. */
export const attachmentEndings: readonly string[] = Object.values(attachmentTypes).flat()

/** The name's own ending where it is one of the type, else the type's first; without the dot. */
export function endingFor(type: AttachmentType, name: string): string {
  const own = /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? ''
  const endings: readonly string[] = attachmentTypes[type]
  return endings.includes(own) ? own : attachmentTypes[type][0]
}
