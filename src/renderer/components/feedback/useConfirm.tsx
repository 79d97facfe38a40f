import { Button } from 'antd'
import type { ReactNode } from 'react'
import { ModalDialog } from './ModalDialog'
import { useAsked, type Asked } from './useAsked'

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
  const { ask, asked } = useAsked<Question>()
  return { ask, holder: asked === null ? null : <QuestionDialog {...asked} /> }
}

function QuestionDialog({ question: { title, text, ok, cancel, isHarmless = false }, onAnswer }: Asked<Question>) {
  return (
    <ModalDialog title={title} onLeave={() => onAnswer(false)}>
      <p>{text}</p>
      <div className="question-answers">
        <Button onClick={() => onAnswer(false)}>{cancel}</Button>
        <Button type="primary" {...(isHarmless ? { 'data-first': true } : {})} onClick={() => onAnswer(true)}>{ok}</Button>
      </div>
    </ModalDialog>
  )
}
