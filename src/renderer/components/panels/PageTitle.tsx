import './panels.css'

/** Heading of a page that was opened from a place of the rail: 单位 › 合并同一单位. */
export function PageTitle({ place, title }: { place: string; title: string }) {
  return <><h1>{place}</h1><span className="page-crumb" aria-hidden="true">›</span><h2 className="page-crumb-end">{title}</h2></>
}
