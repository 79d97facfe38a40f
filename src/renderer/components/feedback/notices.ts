import { createContext, useContext } from 'react'

/** A short word about something that is done; it stands in the status bar for eight seconds. */
export interface Notice {
  text: string
  /** What can still be done about it: 撤销, 打开所在文件夹. */
  action?: { text: string; run(): void }
  /** A failure is read aloud at once and shown in red. */
  isFailure?: boolean
}

export type Announce = (notice: Notice) => void

export const NoticeContext = createContext<Announce>(() => undefined)

/** How a page says that something is done. Failures that need the clerk belong in a FailureBanner instead. */
export function useAnnounce(): Announce {
  return useContext(NoticeContext)
}
