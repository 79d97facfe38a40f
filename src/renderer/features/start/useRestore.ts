import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BackupContents } from '../../../shared/bridge/operations/settingsOperations'
import { t } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { whenUnlocked } from '../../bridge/whenUnlocked'
import { useAnnounce } from '../../components/feedback/announcement'
import { useAskSecret } from '../../components/feedback/useAskSecret'

export interface FoundBackup {
  backup: string
  contents: BackupContents
  /** Where the register made of it will lie. */
  target: string
}

/** Taking a register back from a backup: choose it, see what it holds, say where it goes. @param proposed  place of a new register */
export function useRestore(proposed: string) {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const { askSecret, secretHolder } = useAskSecret()
  const [found, setFound] = useState<FoundBackup | null>(null)
  const looking = useMutation({
    mutationFn: async () => {
      const { file } = await callBridge('shell.chooseRegister', { create: false, backup: true })
      if (file === null) return
      const contents = await whenUnlocked(file, () => callBridge('backup.look', { file }), askSecret)
      if (contents !== null) setFound({ backup: file, contents, target: proposed.replace(/[^\\/]*$/, contents.name) })
    },
  })
  const restoring = useMutation({
    mutationFn: ({ backup, target }: FoundBackup) => callBridge('backup.restore', { backup, file: target }),
    onSuccess: async () => {
      await queries.invalidateQueries()
      announce({ text: t('start.restored') })
    },
  })
  const chooseTarget = async (): Promise<void> => {
    const { file } = await callBridge('shell.chooseRegister', { create: true })
    if (file !== null) setFound((before) => before && { ...before, target: file.endsWith('.bzr') ? file : `${file}.bzr` })
  }
  return {
    found, secretHolder, isBusy: restoring.isPending, error: looking.error ?? restoring.error,
    choose: () => looking.mutate(), chooseTarget: () => void chooseTarget(),
    run: () => {
      if (found !== null) restoring.mutate(found)
    },
    leave: () => {
      restoring.reset()
      setFound(null)
    },
  }
}
