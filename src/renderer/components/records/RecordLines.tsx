/** A record in two lines: number and title; whose it is, its day, and what made it count. */
export interface RecordLine {
  key: string
  title: string
  party: string
  date: string | null
  note: string
}

export const recordLineHeight = 45

/** Two lines that open the record when they are clicked. */
export function RecordLines({ line, onOpen }: { line: RecordLine; onOpen(): void }) {
  return (
    <button type="button" className="plain record-lines" onClick={onOpen}>
      <span className="cut record-lines-key" title={line.key}>{line.key}</span>
      <span className="cut" title={line.title}>{line.title}</span>
      <span className="cut secondary record-lines-party" title={line.party}>{line.party}</span>
      <span className="secondary record-lines-end">
        <span>{line.date ?? '—'}</span>
        <span className="cut record-lines-note" title={line.note}>{line.note}</span>
      </span>
    </button>
  )
}
