/** The bytes XML's grammar is made of. */
export const tab = 0x09
export const lineFeed = 0x0a
export const carriageReturn = 0x0d
export const space = 0x20
export const exclamation = 0x21
export const quotationMark = 0x22
export const apostrophe = 0x27
export const slash = 0x2f
export const colon = 0x3a
export const less = 0x3c
export const equals = 0x3d
export const greater = 0x3e
export const question = 0x3f

/** The chunk ends before the construct does. */
export const incomplete = -1
