import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { t } from '../../../shared/text/t'

interface Props {
  title: string
  /** What stands beside the title. */
  tools?: ReactNode
  /** What stands under it. */
  note?: ReactNode
  onClose(): void
}

/** What a panel shows, and its way out. */
export function PanelHead({ title, tools, note, onClose }: Props) {
  return (
    <header className="panel-head">
      <h2 className="selectable">{title}</h2>
      {tools}
      <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('panel.close')} onClick={onClose} />
      {note === undefined ? null : <p className="secondary selectable">{note}</p>}
    </header>
  )
}
