import { WarningOutlined } from '@ant-design/icons'
import './feedback.css'

interface Props {
  text: string
  actions: readonly { text: string; run(): void }[]
}

/** Something that stays under the page head until it is dealt with, with what can be done about it. */
export function NoticeBar({ text, actions }: Props) {
  return (
    <div role="status" className="notice-bar">
      <WarningOutlined />
      <span className="selectable">{text}</span>
      <span className="notice-actions">
        {actions.map(({ text: label, run }) => <button key={label} type="button" className="plain link" onClick={run}>{label}</button>)}
      </span>
    </div>
  )
}
