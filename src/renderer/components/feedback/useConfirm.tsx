import { Button } from 'antd'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import './feedback.css'

export interface Question {
  title: string
  /** What follows from saying yes. */
  text: string
  ok: string
  cancel: string
  /** Where the focus begins: on the harmless answer, unless both are. */
  isHarmless?: boolean
}

/**
 * Asks before something that cannot be undone, or that leaves the program.
 *
 * @returns the asking function, which answers false when the question is closed, and the place where it shows
 */
export function useConfirm(): { ask(question: Question): Promise<boolean>; holder: ReactNode } {
  const [asked, setAsked] = useState<{ question: Question; answer(isYes: boolean): void } | null>(null)
  const ask = (question: Question): Promise<boolean> => new Promise((resolve) => {
    setAsked({
      question,
      answer(isYes) {
        setAsked(null)
        resolve(isYes)
      },
    })
  })
  return { ask, holder: asked === null ? null : <QuestionDialog question={asked.question} onAnswer={asked.answer} /> }
}

function QuestionDialog({ question: { title, text, ok, cancel, isHarmless = false }, onAnswer }: { question: Question; onAnswer(isYes: boolean): void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="question" aria-labelledby={titleId} onCancel={() => onAnswer(false)}>
      <h1 id={titleId}>{title}</h1>
      <p>{text}</p>
      <div className="question-answers">
        <Button autoFocus={!isHarmless} onClick={() => onAnswer(false)}>{cancel}</Button>
        <Button type="primary" autoFocus={isHarmless} onClick={() => onAnswer(true)}>{ok}</Button>
      </div>
    </dialog>
  )
}
