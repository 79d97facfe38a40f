/**
 * File names made of texts that come from elsewhere: they are names on every system, never paths and
 * never something else than they look like.
 */

/** Windows takes these for devices, whatever ending follows. */
const devices = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[0-9¹²³])$/iu
const notInNames = /[\p{Cc}<>:"/\\|?*]/gu
/** Zero-width characters and those that turn the direction of writing: gpj.exe would read as exe.jpg. */
const misleading = /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu

/** Three bytes a Chinese character: with its ending under the 255 bytes of Linux, with its folder under Windows' 260. */
const longestStem = 70

/** The last part of a path of any system, as it is kept and shown: without what could make it look like another name. */
export function bareFileName(path: string): string {
  const last = path.split(/[\\/]/u).findLast((part) => part !== '') ?? ''
  return [...last.normalize('NFC').replace(misleading, '').replace(/\p{Cc}/gu, ' ')].slice(0, 200).join('').trim()
}

/**
 * A name that can be given to a file on Windows and Linux.
 *
 * @param name      what it should be called, with or without an ending
 * @param ending    without its dot; it replaces the name's own
 * @param fallback  for names of which nothing is left
 */
export function safeFileName(name: string, ending: string, fallback: string): string {
  const stem = bareFileName(name).replace(/\.[^.]*$/u, '')
  const clean = trimmed(cut(trimmed(stem.replace(notInNames, '_'))))
  const [beforeDot = ''] = clean.split('.')
  const named = clean === '' ? fallback : devices.test(beforeDot.trim()) ? `_${clean}` : clean
  return `${named}.${ending}`
}

/** Windows drops dots and spaces at the end, a leading dot hides a file on Linux. */
function trimmed(text: string): string {
  return text.replace(/^[\s.]+|[\s.]+$/gu, '')
}

/** Whole characters: half of one is no text. */
function cut(text: string): string {
  let length = 0
  let kept = ''
  for (const character of text) {
    length += character.length
    if (length > longestStem) break
    kept += character
  }
  return kept
}
