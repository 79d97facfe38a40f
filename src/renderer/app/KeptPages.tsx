import { useState, type ReactNode } from 'react'
import { KeptStatesContext, type KeptStates } from '../components/keptState'

/** Keeps where the clerk was on each page, as long as it stands. */
export function KeptPages({ children }: { children: ReactNode }) {
  const [kept] = useState<KeptStates>(() => new Map())
  return <KeptStatesContext value={kept}>{children}</KeptStatesContext>
}
