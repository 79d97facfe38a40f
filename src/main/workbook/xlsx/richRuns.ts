import type { Veil } from '../types'
import { attributeOf, tagsOf } from '../xml/xmlTags'
import { parseRange } from './cellReference'
import { hides, plainLook, readLook, type Look, type Theme } from './looks'

/** The looks of pieces of a text that have one of their own. */
export type RunLooks = ReadonlyMap<number, readonly Look[]>

/**
 * The shared strings with pieces in letters of their own, by number.
 *
 * @param strings  the text of their part
 */
export function runLooksOf(strings: string, theme: Theme): RunLooks {
  const found = new Map<number, Look[]>()
  let item = -1
  const runs = runReader(strings, theme)
  for (const tag of tagsOf(strings)) {
    if (tag.name === 'si' && tag.kind !== 'close') item++
    const look = runs(tag)
    if (look !== null) found.set(item, [...(found.get(item) ?? []), look])
  }
  return found
}

/** Whether a piece of a text cannot be read on the ground of its cell. */
export function hidesRun(looks: readonly Look[] | undefined, ground: string | null): boolean {
  return looks?.some((look) => hides({ ...look, ground })) ?? false
}

/**
 * Cells whose text stands in the sheet itself, with a piece that cannot be read.
 *
 * @param grounds  of the cell formats, by number
 */
export function inlineRunVeils(sheet: string, theme: Theme, grounds: readonly (string | null)[]): Veil[] {
  if (!sheet.includes('rPr')) return []
  const veils: Veil[] = []
  const runs = runReader(sheet, theme)
  let [address, ground]: [string, string | null] = ['', plainLook.ground]
  for (const tag of tagsOf(sheet)) {
    if (tag.name === 'c' && tag.kind === 'open') [address, ground] = [attributeOf(sheet, tag, 'r') ?? '', grounds[Number(attributeOf(sheet, tag, 's') ?? 0)] ?? null]
    const look = runs(tag)
    const range = look !== null && hidesRun([look], ground) ? parseRange(address) : undefined
    if (range) veils.push({ range, what: 'format', isText: true })
  }
  return veils
}

/** Hears every tag of a part, and tells the look of a piece when its properties end. */
function runReader(xml: string, theme: Theme): (tag: Parameters<typeof readLook>[1]) => Look | null {
  let look: Look | null = null
  return (tag) => {
    if (tag.name === 'rPr') {
      const finished = tag.kind === 'close' ? look : null
      look = tag.kind === 'open' ? { ...plainLook } : null
      return finished
    }
    if (look !== null && tag.kind !== 'close') readLook(xml, tag, 'fonts', look, theme)
    return null
  }
}
