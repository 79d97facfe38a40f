import './pageControl.css'

interface Props<Id extends string> {
  tabs: readonly { id: Id; text: string }[]
  current: Id
  onChoose(id: Id): void
}

/** The head of a page that stands for several: its name is the chosen tab. */
export function PageTabs<Id extends string>({ tabs, current, onChoose }: Props<Id>) {
  return (
    <div className="page-tabs" role="tablist">
      {tabs.map(({ id, text }) => (
        <button key={id} type="button" role="tab" className="plain" aria-selected={id === current} onClick={() => onChoose(id)}>{text}</button>
      ))}
    </div>
  )
}
