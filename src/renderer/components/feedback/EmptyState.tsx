import { Button } from 'antd'
import './feedback.css'

interface Props {
  text: string
  action?: { text: string; run(): void }
}

/** One sentence about how things stand, and at most one thing to do. */
export function EmptyState({ text, action }: Props) {
  return (
    <div className="empty-state">
      <p>{text}</p>
      {action === undefined ? null : <Button onClick={action.run}>{action.text}</Button>}
    </div>
  )
}
