import { Button } from 'antd'
import { t } from '../../../shared/text/t'
import './feedback.css'

interface Props {
  /** What is done, without and with how far it is. */
  text: string
  textAt(percent: number): string
  /** Null as long as nobody can say. */
  percent: number | null
  onCancel(): void
}

/** In place of contents that are still being looked for: how far it is, and the way out. */
export function WorkUnderWay({ text, textAt, percent, onCancel }: Props) {
  return (
    <div className="empty-state" role="status">
      <p>{percent === null ? text : textAt(percent)}</p>
      <progress className="job-bar work-bar" aria-label={text} max={100} {...(percent === null ? {} : { value: percent })} />
      <Button onClick={onCancel}>{t('jobs.cancel')}</Button>
    </div>
  )
}
