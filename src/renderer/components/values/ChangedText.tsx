import { useState } from 'react'
import { listed, t } from '../../../shared/text/t'

/** How much of a value stands in a line before it is asked for as a whole. */
const longest = 60
const kept = 40

interface Props {
  label: string
  before: string
  after: string
}

/** A field as it was and as it became. Long values, such as twenty drafting units, are folded until they are asked for. */
export function ChangedText({ label, before, after }: Props) {
  const [isWhole, setWhole] = useState(false)
  const [was, became] = [printed(before), printed(after)]
  const isLong = was.length > longest || became.length > longest
  const part = (text: string): string => (isWhole || text.length <= longest ? text : `${text.slice(0, kept)}…`)
  return (
    <p {...(isLong && !isWhole ? { title: `${was} → ${became}` } : {})}>
      <span className="secondary">{label}</span> {part(was)} → {part(became)}
      {isLong ? <> <button type="button" className="plain link" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>{t(isWhole ? 'changed.less' : 'changed.whole')}</button></> : null}
    </p>
  )
}

/** On one line: several are divided, none is a dash. */
function printed(text: string): string {
  return text === '' ? '—' : listed(text.split('\n'))
}
