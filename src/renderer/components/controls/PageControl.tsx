import type { CSSProperties, ReactNode } from 'react'
import './pageControl.css'

/** A choice of the page's head with its name inside the box. */
export function PageControl({ name, width, children }: { name: string; width: number; children: ReactNode }) {
  return (
    <label className="page-control" style={{ '--control-width': `${width}px` } as CSSProperties}>
      <span className="page-control-name">{name}</span>
      {children}
    </label>
  )
}
