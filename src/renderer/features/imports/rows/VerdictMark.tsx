import type { Tone } from '../importWords'

/** A coloured dot with its word; never the colour alone. */
export function VerdictMark({ tone, word }: { tone: Tone; word: string }) {
  return (
    <span className={`verdict-mark is-${tone}`}>
      <i aria-hidden="true" />
      {word}
    </span>
  )
}
