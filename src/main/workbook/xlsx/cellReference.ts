import { maxColumn, maxRow } from '../limits'
import type { Merge } from '../types'

const upperA = 0x41
const lowerA = 0x61
/** Makes a Latin letter a capital. */
const upperMask = 0xdf

/** Zero-based column of a reference such as `AB12` in `bytes`, or -1 when it does not begin with 1 to 3 letters. */
export function columnAt(bytes: Buffer, start: number, end: number): number {
  let column = 0
  let at = start
  for (; at < end; at++) {
    const byte = bytes[at]!
    if (byte >= upperA && byte < upperA + 26) column = column * 26 + byte - upperA + 1
    else if (byte >= lowerA && byte < lowerA + 26) column = column * 26 + byte - lowerA + 1
    else break
  }
  return at === start || at - start > 3 || column > maxColumn ? -1 : column - 1
}

/** The same of a reference that is a text already. */
export function columnOfReference(text: string): number {
  let letters = 0
  while (letters < text.length && isLetter(text.charCodeAt(letters))) letters++
  const column = letters > 3 ? maxColumn : columnOf(text.slice(0, letters))
  return column >= maxColumn ? -1 : column
}

function isLetter(code: number): boolean {
  const capital = code & upperMask
  return code < 0x80 && capital >= upperA && capital < upperA + 26
}

/** The row number of a reference such as `AB12`, or -1. */
export function rowAt(bytes: Buffer, start: number, end: number): number {
  let at = start
  while (at < end && bytes[at]! >= upperA) at++
  const row = integerAt(bytes, at, end)
  return row >= 1 && row <= maxRow ? row : -1
}

/** A whole number of up to nine digits, or -1. */
export function integerAt(bytes: Buffer, start: number, end: number): number {
  if (start >= end || end - start > 9) return -1
  let value = 0
  for (let at = start; at < end; at++) {
    const digit = bytes[at]! - 0x30
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

/** A range such as `A1:B2` (or a single cell); undefined when it is none. */
export function parseRange(text: string): Merge | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/.exec(text.trim())
  if (!match) return undefined
  const first = { column: columnOf(match[1] ?? ''), row: Number(match[2]) }
  const second = match[3] === undefined ? first : { column: columnOf(match[3]), row: Number(match[4]) }
  return {
    top: Math.min(first.row, second.row),
    bottom: Math.max(first.row, second.row),
    left: Math.min(first.column, second.column),
    right: Math.max(first.column, second.column),
  }
}

function columnOf(letters: string): number {
  let column = 0
  for (let at = 0; at < letters.length; at++) column = column * 26 + (letters.charCodeAt(at) & upperMask) - upperA + 1
  return column - 1
}
