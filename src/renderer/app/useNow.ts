import { useEffect, useState } from 'react'

const lookAgainMs = 30_000

/** The clock (epoch milliseconds), looked at twice a minute: what is said of an age stays true while nothing else happens. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), lookAgainMs)
    return () => clearInterval(timer)
  }, [])
  return now
}
