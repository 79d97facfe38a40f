import { SearchOutlined } from '@ant-design/icons'
import { Input, type InputRef } from 'antd'
import { useRef, type ReactNode } from 'react'
import { t } from '../../shared/text/t'
import { useBridgeEvent } from '../bridge/bridgeClient'

interface Props {
  /** Path of the open register, or null. */
  file: string | null
  officeName: string
  search: string
  onSearch(text: string): void
  /** What stands before the window's buttons. */
  children: ReactNode
}

/** The window's own title bar: office, register and search. The system draws its buttons at the right end. */
export function TitleBar({ file, officeName, search, onSearch, children }: Props) {
  const input = useRef<InputRef>(null)
  useBridgeEvent('menu.command', ({ command }) => {
    if (command === 'search') input.current?.focus({ cursor: 'all' })
  })
  return (
    <header className="title-bar">
      <strong>{t('app.name')}</strong>
      {file === null ? null : (
        <>
          {officeName === '' ? null : <span className="title-part cut" title={officeName}>{officeName}</span>}
          <span className="title-part title-file cut" title={file}>{fileName(file)}</span>
          <Input
            ref={input}
            className="title-search"
            prefix={<SearchOutlined />}
            suffix={<kbd>Ctrl+K</kbd>}
            placeholder={t('app.search')}
            aria-label={t('app.search')}
            value={search}
            onChange={(event) => onSearch(event.target.value)}
          />
          <span className="title-end">{children}</span>
        </>
      )}
    </header>
  )
}

function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path
}
