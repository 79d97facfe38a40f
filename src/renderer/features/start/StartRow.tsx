import { useId, type ReactNode } from 'react'

/** One line of the first page: a name, its control, and one sentence under it. */
export function StartRow({ label, hint, children }: { label: string; hint: ReactNode; children(id: string): ReactNode }) {
  const id = useId()
  return (
    <div className="start-row">
      <label htmlFor={id}>{label}</label>
      <div>
        {children(id)}
        <p className="secondary">{hint}</p>
      </div>
    </div>
  )
}
