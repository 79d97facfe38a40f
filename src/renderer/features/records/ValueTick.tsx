interface Props {
  text: string
  isTicked: boolean
  onToggle(): void
}

/** One value of a list of values. The system's own box: some hundred of the kit's are drawn anew with every count, for 40 ms. */
export function ValueTick({ text, isTicked, onToggle }: Props) {
  return (
    <label className="value-tick">
      <input type="checkbox" checked={isTicked} onChange={onToggle} />
      <span className="cut" title={text}>{text}</span>
    </label>
  )
}
