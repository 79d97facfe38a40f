import { Button, Input } from 'antd'
import './form.css'

interface Props {
  id?: string
  path: string
  placeholder?: string
  buttonText: string
  onChoose(): void
}

/** A place on the disk, chosen with the system's dialog: 文档 › 标知台账 › 台账 2022.bzr. */
export function PathField({ id, path, placeholder, buttonText, onChoose }: Props) {
  return (
    <div className="path-field">
      <Input id={id} readOnly value={readable(path)} title={path} placeholder={placeholder} onClick={onChoose} />
      <Button onClick={onChoose}>{buttonText}</Button>
    </div>
  )
}

/** The last folders are what tells places apart. */
const shownParts = 4

export function readable(path: string): string {
  const parts = path.split(/[\\/]/).filter((part) => part !== '')
  const shown = parts.slice(-shownParts)
  const start = parts.length > shownParts ? '… › ' : /^[\\/]/.exec(path)?.[0] ?? ''
  return `${start}${shown.join(' › ')}`
}
