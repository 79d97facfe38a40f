import { parseDraftingUnits } from './standards/draftingUnits'

/**
 * Drafting lists as one text, for exports and for people (domain.md 1.5: the order is data).
 *
 * A list without gaps whose names a reader of drafting units splits again just so is the names joined by 、. Any other
 * list names its positions, with names in “…” where they hold a mark of this notation:
 *
 *   海信集团、海尔智家        3:海信集团、5:海尔智家        1:“甲厂、乙厂联合体”、2:丙厂
 */
export type Positions = readonly (readonly [position: number, name: string])[]

const separator = '、'
const positioned = /^(\d{1,4}):(.+)$/s

/**
 * The text of a list; reading it with `parsePositions`, else as drafting units, gives the same list back.
 *
 * @param isComplete  whether nothing is missing; a list that was cut names its positions, or it would pass for whole
 */
export function formatPositions(positions: Positions, isComplete = true): string {
  const names = positions.map(([, name]) => name)
  const plain = names.join(separator)
  const hasNoGaps = positions.every(([position], index) => position === index + 1)
  if (isComplete && hasNoGaps && readsBackAs(plain, names)) return plain
  return positions.map(([position, name]) => `${position}:${/[、“”]/.test(name) ? quote(name) : name}`).join(separator)
}

function readsBackAs(plain: string, names: readonly string[]): boolean {
  if (positioned.test(plain)) return false
  const { units, truncated } = parseDraftingUnits(plain)
  return !truncated && units.length === names.length && units.every((unit, index) => unit === names[index])
}

/**
 * Reads a list that names its positions.
 *
 * @returns null when the text does not (then it is a cell of drafting units like any other)
 */
export function parsePositions(text: string): [number, string][] | null {
  const parts = splitOutsideQuotes(text)
  if (parts === null) return null
  const positions: [number, string][] = []
  let last = 0
  for (const part of parts) {
    const match = positioned.exec(part)
    const position = Number(match?.[1] ?? 0)
    const name = unquote(match?.[2] ?? '')
    if (position <= last || name === null) return null
    positions.push([position, name])
    last = position
  }
  return positions
}

function quote(name: string): string {
  return `“${name.replaceAll('”', '””')}”`
}

function unquote(written: string): string | null {
  if (!written.startsWith('“')) return /^$|[、“”]/.test(written) ? null : written
  const quoted = /^“((?:[^”]|””)+)”$/s.exec(written)
  return quoted?.[1]?.replaceAll('””', '”') ?? null
}

/** Cuts at 、 except inside “…”; null when a quotation does not end. */
function splitOutsideQuotes(text: string): string[] | null {
  const parts: string[] = []
  let start = 0
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (!isQuoted) {
      if (char === '“') isQuoted = true
      if (char !== separator) continue
      parts.push(text.slice(start, at))
      start = at + 1
    } else if (char === '”') {
      if (text[at + 1] === '”') at++
      else isQuoted = false
    }
  }
  parts.push(text.slice(start))
  return isQuoted ? null : parts
}
