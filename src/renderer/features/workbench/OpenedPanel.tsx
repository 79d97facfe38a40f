import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef, type ReactNode } from 'react'
import { t } from '../../../shared/text/t'
import { isLeaving } from '../../components/panels/isLeaving'
import { useTakenFocus } from '../../components/panels/useTakenFocus'

interface Props {
  title: string
  className?: string
  /** What was asked for: something else takes the keyboard anew. */
  asked?: unknown
  /** What stands beside the title. */
  tools?: ReactNode
  onClose(): void
  children: ReactNode
}

/** What something of the first page opens beside it: it takes the keyboard, and Escape closes it. */
export function OpenedPanel({ title, className = '', asked, tools, onClose, children }: Props) {
  const panel = useRef<HTMLElement>(null)
  useTakenFocus(panel, asked)
  return (
    <aside ref={panel} className={`worklist ${className}`} aria-label={title} onKeyDown={(event) => { if (isLeaving(event)) onClose() }}>
      <header>
        <h2 className="cut selectable" title={title}>{title}</h2>
        {tools}
        <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('ranking.behind.close')} onClick={onClose} />
      </header>
      {children}
    </aside>
  )
}
