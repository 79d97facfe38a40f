import './feedback.css'

/** A failure that stays on the page until its cause is gone. */
export function FailureBanner({ text }: { text: string }) {
  return <p role="alert" className="failure-banner selectable">{text}</p>
}
