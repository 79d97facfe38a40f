import { createContext, useContext } from 'react'

/** What the right end of the status bar says for some seconds, with the way back where there is one. */
export interface Announcement {
  text: string
  /** Offered as 撤销. */
  undo?: () => void
  /** A table that was written: offered as 打开. */
  file?: string
  /** It did not work. */
  isFailure?: boolean
}

export const AnnouncementContext = createContext<(announcement: Announcement) => void>(() => undefined)

export function useAnnounce(): (announcement: Announcement) => void {
  return useContext(AnnouncementContext)
}
