import { foldForSearch } from './bigrams'
import type { SearchedText } from './matching'
import { spelledRange, spellingOf, type TextRange } from './pinyin'
import { squeezeNumber } from './squeezeNumber'

/**
 * Where the words of a query (as `queryWords` gives them) stand in a text, to be marked: every place of a word as it is
 * written, else the first place where an identifier has it without punctuation, else the first where it is spelled.
 *
 * @returns ranges of the text as given, in order, none touching another; empty where a text folds in a way that has no places
 */
export function foundRanges(words: readonly string[], { text, isNumber }: SearchedText): TextRange[] {
  const folded = foldWithPlaces(text)
  if (folded === null) return []
  const ranges = words.flatMap((word) => rangesOf(word, folded.text, isNumber))
  return joined(ranges.map(({ start, end }) => ({ start: folded.starts[start] ?? 0, end: folded.ends[end - 1] ?? text.length })))
}

function rangesOf(word: string, text: string, isNumber: boolean): TextRange[] {
  const written = writtenRanges(word, text)
  if (written.length > 0) return written
  const squeezed = isNumber ? squeezedRange(squeezeNumber(word), text) : []
  if (squeezed.length > 0) return squeezed
  const spelling = spellingOf(word)
  const spelled = spelling === null ? null : spelledRange(spelling, text)
  return spelled === null ? [] : [spelled]
}

function writtenRanges(word: string, text: string): TextRange[] {
  const ranges: TextRange[] = []
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + word.length)) ranges.push({ start, end: start + word.length })
  return ranges
}

function squeezedRange(word: string, text: string): TextRange[] {
  const places = Array.from({ length: text.length }, (_, at) => at).filter((at) => squeezeNumber(text[at] ?? '') !== '')
  const start = word === '' ? -1 : places.map((at) => text[at]).join('').indexOf(word)
  return start < 0 ? [] : [{ start: places[start] ?? 0, end: (places[start + word.length - 1] ?? 0) + 1 }]
}

interface FoldedText {
  text: string
  /** For each unit of the folded text where the letter that it comes from begins and ends. */
  starts: number[]
  ends: number[]
}

/** Letter by letter, each with its marks; null where letters change in the company of others. */
function foldWithPlaces(text: string): FoldedText | null {
  const folded: FoldedText = { text: '', starts: [], ends: [] }
  for (const { 0: letter, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    const units = foldForSearch(letter)
    folded.text += units
    for (let at = 0; at < units.length; at++) {
      folded.starts.push(index)
      folded.ends.push(index + letter.length)
    }
  }
  return folded.text === foldForSearch(text) ? folded : null
}

function joined(ranges: readonly TextRange[]): TextRange[] {
  const kept: TextRange[] = []
  for (const range of ranges.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = kept.at(-1)
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end)
    else kept.push({ ...range })
  }
  return kept
}
