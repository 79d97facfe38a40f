import { useEffect, useRef, useState } from 'react'
import { succeed, type Failure, type Result } from '../../../../shared/domain/result'

/** A field while it is worked in. */
export interface FieldDraft {
  /** What stands in the field: what was typed, else what the register has of it. */
  text: string
  /** What stands there is not in the register. */
  isWaiting: boolean
  /** Why the register refused what was typed last. */
  failure: Failure | null
  type(text: string): void
  /** Stores a text; one that comes while another is on its way is stored after it. */
  store(text: string): void
  /** The field is left: what was typed is stored, unless it was refused before. */
  leave(): void
  reset(): void
}

/**
 * What is typed into a field of a record, until the record shown is the one that has it.
 *
 * The record is read anew after each change. What was stored stands in the field till then, and what is typed meanwhile
 * is a change of that, not of what the record still says.
 *
 * @param recorded  the field in the record as it was last read
 * @param onStore  stores a text over the one it follows; gives back what the register made of it
 */
export function useFieldDraft(recorded: string, onStore: (text: string, before: string) => Promise<Result<string>>): FieldDraft {
  const [draft, setDraft] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<{ text: string; failure: Failure } | null>(null)
  const [stored, setStored] = useState<{ text: string; over: string } | null>(null)
  if (stored !== null && stored.over !== recorded) setStored(null)
  const held = stored?.text ?? recorded
  const latest = useRef({ held, recorded })
  useEffect(() => { latest.current = { held, recorded } })
  const underWay = useRef<Promise<void>>(Promise.resolve())
  const onItsWay = useRef<string | null>(null)

  async function put(text: string): Promise<void> {
    const before = latest.current.held
    const result = text === before ? succeed(text) : await onStore(text, before)
    if (onItsWay.current === text) onItsWay.current = null
    setRefusal(result.ok ? null : { text, failure: result })
    if (!result.ok) return
    latest.current.held = result.value
    setStored({ text: result.value, over: latest.current.recorded })
    setDraft((typed) => (typed === text ? null : typed))
  }

  const store = (text: string): void => {
    setDraft(text)
    if (onItsWay.current === text) return // leaving the field after Enter stores nothing twice
    onItsWay.current = text
    underWay.current = underWay.current.then(() => put(text))
  }

  return {
    text: draft ?? held,
    isWaiting: draft !== null && draft !== held,
    failure: refusal?.failure ?? null,
    type: setDraft,
    store,
    leave: () => {
      if (draft !== null && draft !== refusal?.text) store(draft)
    },
    reset: () => {
      setDraft(null)
      setRefusal(null)
    },
  }
}
