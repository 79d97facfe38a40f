/**
 * Bounds on hostile or broken input. Each is far above what an office file needs and far below what hurts the machine.
 */

/**
 * A part larger than this may not be packed tighter than `maxCompressionRatio`; real lists reach 7:1, bombs 400:1.
 * Small parts may: a styles part with tens of thousands of equal formats is packed 260:1 and does no harm.
 */
export const suspiciousPartBytes = 16 * 1024 ** 2
export const maxCompressionRatio = 150
/** All parts of a workbook unpacked. */
export const maxUnpackedBytes = 4 * 1024 ** 3
/** A part that is held in memory as a whole (relations, styles, workbook). */
export const maxHeldPartBytes = 64 * 1024 ** 2
/** All worksheets of a form together: each is held and mapped, at some nine times its size. */
export const maxFormBytes = 64 * 1024 ** 2
/** Cells of a form that hold words, and their characters: more than in any form that people read, some 300 pages of full tables. */
export const mostFormWords = 200_000
export const mostWordCharacters = 16 * 1024 ** 2
/** Shared strings are held in memory as long as their workbook is read. */
export const maxSharedStringBytes = 256 * 1024 ** 2
/** One cell's text; Excel itself allows 32,767 characters. */
export const maxCellBytes = 4 * 1024 ** 2
/** One XML tag with its attributes, or one uninterrupted text. */
export const maxTokenBytes = 8 * 1024 ** 2
export const maxZipEntries = 65_536
export const maxRow = 1_048_576
export const maxColumn = 16_384
export const maxMerges = 1_000_000
/** Formats whose library holds everything in memory. */
export const maxXlsBytes = 150 * 1024 ** 2
export const maxHtmlBytes = 64 * 1024 ** 2
export const maxTextBytes = 2 * 1024 ** 3
/** Decrypted workbooks are held in memory. */
export const maxEncryptedBytes = 200 * 1024 ** 2
/** A word of this program among a workbook's properties; longer ones are none of ours. */
export const longestMark = 4_000
/** A property of a PDF; a longer one is none that this program writes. */
export const longestProperty = 10_000
