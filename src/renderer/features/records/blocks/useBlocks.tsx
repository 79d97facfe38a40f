import { useCallback, useRef, useState, type ReactNode } from 'react'
import type { BlockPreview, BlockRequest } from '../../../../shared/bridge/blocks'
import { t } from '../../../../shared/text/t'
import { useAnnounce } from '../../../components/feedback/announcement'
import { fieldFailureText } from '../../../bridge/fieldFailureText'
import type { RecordChanges } from '../useRecordChanges'
import { BlockDialog } from './BlockDialog'

export interface BlockWish {
  /** What it is called: 粘贴, 填充 … */
  title: string
  edit: BlockRequest
  /** Done without showing it first, when all of it can be done. */
  isSmall(preview: BlockPreview): boolean
  /** The change in one line, where it is not one of cells. */
  summary?(preview: BlockPreview): string
  /** What of the block could not even be tried. */
  remarks?: readonly string[]
}

interface Shown extends BlockWish {
  preview: BlockPreview
  isAgain: boolean
}

/** Changes of many cells: asked of the register first, shown with old and new values, stored as one change. */
export function useBlocks(changes: RecordChanges, onDone: () => void): { run(wish: BlockWish): Promise<void>; dialog: ReactNode } {
  const announce = useAnnounce()
  const [shown, setShown] = useState<Shown | null>(null)
  const latest = useRef(0)

  const store = useCallback(async ({ edit }: BlockWish, { sequence }: BlockPreview): Promise<boolean> => {
    const failure = await changes.applyBlock({ ...edit, sequence })
    if (failure === null || failure.code !== 'register_changed') return true
    return false
  }, [changes])

  const run = useCallback(async (wish: BlockWish, isAgain = false): Promise<void> => {
    const own = ++latest.current
    const result = await window.bridge.call('records.previewBlock', wish.edit)
    if (own !== latest.current) return
    if (!result.ok) {
      if (result.code !== 'job_cancelled') announce({ text: fieldFailureText(result), isFailure: true })
      return
    }
    const preview = result.value
    if (preview.changed === 0 && preview.refused === 0) announce({ text: t('block.nothing') })
    else if (preview.refused === 0 && !isAgain && wish.isSmall(preview) && (wish.remarks ?? []).length === 0 && (await store(wish, preview))) return
    else setShown({ ...wish, preview, isAgain })
  }, [announce, store])

  const close = (): void => {
    setShown(null)
    onDone()
  }
  const apply = async ({ preview, ...wish }: Shown): Promise<void> => {
    if (await store(wish, preview)) close()
    else await run(wish, true)
  }
  return { run, dialog: shown === null ? null : <BlockDialog {...shown} onApply={() => void apply(shown)} onClose={close} /> }
}
