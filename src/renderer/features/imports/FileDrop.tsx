import { useEffect, useEffectEvent, useState } from 'react'
import { t } from '../../../shared/text/t'
import './imports.css'

interface Props {
  hasRegister: boolean
  /** Paths of the files that were let go over the window. */
  onFiles(files: string[]): void
}

/** Lets files be dropped anywhere on the window. */
export function FileDrop({ hasRegister, onFiles }: Props) {
  const [isOver, setOver] = useState(false)
  const take = useEffectEvent((event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const files = pathsOf(event.dataTransfer?.files)
    if (hasRegister && files.length > 0) onFiles(files)
  })

  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent): void => take(event)
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])

  return isOver ? <div className="file-drop">{t(hasRegister ? 'imports.dropHere' : 'imports.dropNoRegister')}</div> : null
}

/** Where chosen or dropped files lie. */
export function pathsOf(files: FileList | null | undefined): string[] {
  return [...(files ?? [])].map((file) => window.bridge.pathOfFile(file)).filter((path) => path !== '')
}
