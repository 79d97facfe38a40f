import type { ReactNode } from 'react'
import type { MarkedText } from '../../../shared/bridge/search'

/** More than a line shows; what was found is brought into it. */
const shownLength = 60
const before = 12

/** A text with what was found in it set off. */
export function Marked({ text, ranges }: Pick<MarkedText, 'text' | 'ranges'>) {
  const first = ranges[0]?.start ?? 0
  const from = text.length > shownLength && first > shownLength - before ? first - before : 0
  const pieces: ReactNode[] = []
  let at = from
  for (const { start, end } of ranges) {
    if (start < at) continue
    pieces.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>)
    at = end
  }
  return <span className="cut" title={text}>{from > 0 ? '…' : ''}{pieces}{text.slice(at)}</span>
}
