import type { ReactNode } from 'react'
import { t } from '../../shared/text/t'
import { fileNameOf } from '../components/values/fileNameOf'
import { FindBox } from '../features/find/FindBox'

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
  return (
    <header className="title-bar">
      <strong>{t('app.name')}</strong>
      {file === null ? null : (
        <>
          {officeName === '' ? null : <span className="title-part cut" title={officeName}>{officeName}</span>}
          <span className="title-part title-file cut" title={file}>{fileNameOf(file)}</span>
          <FindBox text={search} onText={onSearch} />
          <span className="title-end">{children}</span>
        </>
      )}
    </header>
  )
}
