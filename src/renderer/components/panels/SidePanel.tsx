import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef, type ReactNode } from 'react'
import { t } from '../../../shared/text/t'
import { isLeaving } from './isLeaving'
import { useTakenFocus } from './useTakenFocus'

interface Props {
  title: string
  className?: string
  width: number
  onClose(): void
  children: ReactNode
}

/** Something that was asked for beside a list: it takes the keyboard when it opens, and Escape closes it. */
export function SidePanel({ title, className = '', width, onClose, children }: Props) {
  const panel = useRef<HTMLElement>(null)
  useTakenFocus(panel)
  return (
    <aside ref={panel} className={`record ${className}`} style={{ width }} aria-label={title} onKeyDown={(event) => { if (isLeaving(event)) onClose() }}>
      <div className="record-tools">
        <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('record.close')} onClick={onClose} />
      </div>
      <section className="record-head"><h2 className="record-key">{title}</h2></section>
      {children}
    </aside>
  )
}
