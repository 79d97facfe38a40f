import { fail, succeed, type Result } from './result'
import { cleanText } from './text'

/**
 * 标签: short words that clerks put on records of every list, to find and count them together (重点企业, 2026复核). The
 * stored field of every listed kind is called `tags`; no file touches it unless it has a column of this name.
 */
export const tagsField = 'tags'

/** In characters: a word to tick, not a remark. */
export const longestTag = 20

/** What may stand between two tags; none of it can stand in one. */
const between = /[;；,，、\n]/u

/**
 * The tags in a text, each once, in the order of the text.
 *
 * @returns text_too_long with the part that is too long (`value`) and the `limit`
 */
export function readTags(text: string): Result<readonly string[]> {
  const { tags, tooLong: [first] } = sortTags(text)
  return first === undefined ? succeed(tags) : fail('text_too_long', undefined, { value: first, length: lengthOf(first), limit: longestTag })
}

/** The parts of a text that can be tags, and those that are too long for it. */
export function sortTags(text: string): { tags: readonly string[]; tooLong: readonly string[] } {
  const parts = [...new Set(text.split(between).map(cleanText).filter((part) => part !== ''))]
  return { tags: parts.filter((part) => lengthOf(part) <= longestTag), tooLong: parts.filter((part) => lengthOf(part) > longestTag) }
}

/** The tags behind a stored value of the field. */
export function tagsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : []
}

/** Both lists, each tag once, those of the first before the others. */
export function joinTags(tags: readonly string[], added: readonly string[]): readonly string[] {
  return [...new Set([...tags, ...added])]
}

/** The tags without some of them. */
export function withoutTags(tags: readonly string[], removed: readonly string[]): readonly string[] {
  return tags.filter((tag) => !removed.includes(tag))
}

function lengthOf(tag: string): number {
  return [...tag].length
}
