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

export interface Announcing {
  announce(announcement: Announcement): void
  /** Says no more what was said, if it still stands there. */
  takeBack(announcement: Announcement): void
}

export const AnnouncementContext = createContext<Announcing>({ announce: () => undefined, takeBack: () => undefined })

export function useAnnounce(): Announcing['announce'] {
  return useContext(AnnouncementContext).announce
}

export function useTakeBack(): Announcing['takeBack'] {
  return useContext(AnnouncementContext).takeBack
}
