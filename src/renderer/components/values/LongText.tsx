import { useState } from 'react'
import { t } from '../../../shared/text/t'

/** How much of a text stands before it is asked for as a whole. */
const longest = 120
const kept = 80

/** A text to be read on its own; one as long as twenty drafting units is folded until it is asked for. */
export function LongText({ text }: { text: string }) {
  const [isWhole, setWhole] = useState(false)
  if (text.length <= longest) return <span className="selectable">{text}</span>
  return (
    <span className="selectable" {...(isWhole ? {} : { title: text })}>
      {isWhole ? text : `${text.slice(0, kept)}…`} <button type="button" className="plain link" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>{t(isWhole ? 'changed.less' : 'changed.whole')}</button>
    </span>
  )
}
