import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { RegisterSettings, SettingsChange } from '../../../shared/bridge/operations/settingsOperations'
import { t } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { failureText } from '../../bridge/failureText'
import { useAnnounce } from '../../components/feedback/announcement'

/** The register's settings, and how one is saved: at once, said once, with the way back. */
export function useSettings() {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const settings = useQuery({ queryKey: ['settings.get'], queryFn: () => callBridge('settings.get', {}) })
  const saving = useMutation({
    mutationFn: (change: SettingsChange) => callBridge('settings.save', change),
    onSuccess: async (saved) => {
      queries.setQueryData(['settings.get'], saved)
      await queries.invalidateQueries()
    },
    onError: (error) => announce({ text: failureText(error), isFailure: true }),
  })

  /** @param what  name of the setting as the clerk knows it */
  async function save(what: string, change: SettingsChange, back: SettingsChange): Promise<void> {
    await saving.mutateAsync(change)
    announce({ text: t('settings.saved', { what }), undo: () => saving.mutate(back) })
  }
  return { settings: settings.data ?? null, error: settings.error, isSaving: saving.isPending, save: (what: string, change: SettingsChange, back: SettingsChange) => void save(what, change, back).catch(() => undefined) }
}

export type SaveSetting = ReturnType<typeof useSettings>['save']
export type { RegisterSettings }
