import { useEffect, useEffectEvent, useState } from 'react'
import { t } from '../../../shared/text/t'
import { pathsOf } from '../../bridge/filePaths'
import { useAnnounce } from '../../components/feedback/announcement'
import './imports.css'

interface Props {
  hasRegister: boolean
  /** Paths of the files that were let go over the window. */
  onFiles(files: string[]): void
}

/** Lets files be dropped anywhere on the window but on a part that takes files itself (`data-takes-files`). */
export function FileDrop({ hasRegister, onFiles }: Props) {
  const [isOver, setOver] = useState(false)
  const announce = useAnnounce()
  const take = useEffectEvent((event: DragEvent) => {
    setOver(false)
    if (isTakenElsewhere(event)) return
    event.preventDefault()
    const files = pathsOf(event.dataTransfer?.files)
    if (!hasRegister) return
    if (files.length > 0) onFiles(files)
    // What a mail or chat program hands over without having stored it lies nowhere.
    else announce({ text: t('imports.dropNotStored'), isFailure: true })
  })

  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return
      if (isTakenElsewhere(event)) {
        setOver(false)
        return
      }
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

function isTakenElsewhere({ target }: DragEvent): boolean {
  return target instanceof Element && target.closest('[data-takes-files]') !== null
}
