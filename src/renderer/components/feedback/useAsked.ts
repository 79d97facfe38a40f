import { useState } from 'react'

/** A question that stands on the screen, and how its answer is given. */
export interface Asked<Question> {
  question: Question
  onAnswer(isYes: boolean): void
}

/** A question as a promise of its answer, and while it waits, what its dialog shows; else null. */
export function useAsked<Question>(): { ask(question: Question): Promise<boolean>; asked: Asked<Question> | null } {
  const [asked, setAsked] = useState<Asked<Question> | null>(null)
  const ask = (question: Question): Promise<boolean> => new Promise((resolve) => {
    setAsked({
      question,
      onAnswer(isYes) {
        setAsked(null)
        resolve(isYes)
      },
    })
  })
  return { ask, asked }
}
