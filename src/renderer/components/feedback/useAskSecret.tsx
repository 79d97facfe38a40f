import { Button, Input } from 'antd'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import './feedback.css'

export interface SecretQuestion {
  title: string
  text: string
  label: string
  ok: string
  cancel: string
  /** Tries what was typed. @returns why it will not do, or null when it does */
  check(secret: string): Promise<string | null>
}

/**
 * Asks for a password until it fits or the question is closed; it leaves the field only to be tried.
 *
 * @returns the asking function, which answers whether it fitted, and the place where it shows
 */
export function useAskSecret(): { askSecret(question: SecretQuestion): Promise<boolean>; secretHolder: ReactNode } {
  const [asked, setAsked] = useState<{ question: SecretQuestion; answer(isOpen: boolean): void } | null>(null)
  const askSecret = (question: SecretQuestion): Promise<boolean> => new Promise((resolve) => {
    setAsked({
      question,
      answer(isOpen) {
        setAsked(null)
        resolve(isOpen)
      },
    })
  })
  return { askSecret, secretHolder: asked === null ? null : <SecretDialog question={asked.question} onAnswer={asked.answer} /> }
}

function SecretDialog({ question: { title, text, label, ok, cancel, check }, onAnswer }: { question: SecretQuestion; onAnswer(isOpen: boolean): void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [titleId, fieldId] = [useId(), useId()]
  const [secret, setSecret] = useState('')
  const [why, setWhy] = useState<string | null>(null)
  const [isTrying, setTrying] = useState(false)
  useEffect(() => dialog.current?.showModal(), [])
  const tryIt = async (): Promise<void> => {
    if (secret === '' || isTrying) return
    setTrying(true)
    const reason = await check(secret)
    setTrying(false)
    setWhy(reason)
    if (reason === null) onAnswer(true)
  }
  return (
    <dialog ref={dialog} className="question" aria-labelledby={titleId} onCancel={() => onAnswer(false)}>
      <form onSubmit={(event) => { event.preventDefault(); void tryIt() }}>
        <h1 id={titleId}>{title}</h1>
        <p>{text}</p>
        <div className="question-fields">
          <label htmlFor={fieldId}>{label}</label>
          <Input.Password id={fieldId} autoFocus autoComplete="off" value={secret} onChange={(event) => setSecret(event.target.value)} />
        </div>
        {why === null ? null : <p role="alert" className="question-why">{why}</p>}
        <div className="question-answers">
          <Button onClick={() => onAnswer(false)}>{cancel}</Button>
          <Button type="primary" htmlType="submit" disabled={secret === ''} loading={isTrying}>{ok}</Button>
        </div>
      </form>
    </dialog>
  )
}
