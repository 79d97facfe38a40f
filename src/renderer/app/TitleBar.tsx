import { SearchOutlined } from '@ant-design/icons'
import { Input, type InputRef } from 'antd'
import { useRef } from 'react'
import { t } from '../../shared/text/t'
import { useBridgeEvent } from '../bridge/bridgeClient'

interface Props {
  /** Path of the open register, or null. */
  file: string | null
  search: string
  onSearch(text: string): void
}

/** The window's own title bar: name, register and search. The system draws its buttons at the right end. */
export function TitleBar({ file, search, onSearch }: Props) {
  const input = useRef<InputRef>(null)
  useBridgeEvent('menu.command', ({ command }) => {
    if (command === 'search') input.current?.focus({ cursor: 'all' })
  })
  return (
    <header className="title-bar">
      <strong>{t('app.name')}</strong>
      {file === null ? null : (
        <>
          <span className="title-file cut" title={file}>{fileName(file)}</span>
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
        </>
      )}
    </header>
  )
}

function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path
}
