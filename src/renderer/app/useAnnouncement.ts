import { useEffect, useMemo, useState } from 'react'
import type { Announcement, Announcing } from '../components/feedback/announcement'

const announcedMs = 8_000

/** What was said last, for as long as it stands in the status bar: what did not work until it is read or something else is said. */
export function useAnnouncement() {
  const [announcement, announce] = useState<Announcement | null>(null)
  useEffect(() => {
    if (announcement === null || announcement.isFailure === true) return undefined
    const timer = setTimeout(() => announce(null), announcedMs)
    return () => clearTimeout(timer)
  }, [announcement])
  const announcing = useMemo((): Announcing => ({ announce, takeBack: (said) => announce((standing) => (standing === said ? null : standing)) }), [])
  return { announcement, announcing }
}
