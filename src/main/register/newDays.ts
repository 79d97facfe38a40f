/** A computer that slept over midnight tells it soon after it wakes. */
const lookEveryMs = 30_000

/**
 * Tells when the calendar shows another day than before: what lapses, is due and is in force depends on it, and the window
 * stays open overnight.
 *
 * @param today  YYYY-MM-DD
 * @returns      ends it
 */
export function tellNewDays(today: () => string, tell: () => void, everyMs = lookEveryMs): () => void {
  let known = today()
  const timer = setInterval(() => {
    const now = today()
    if (now === known) return
    known = now
    tell()
  }, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}
