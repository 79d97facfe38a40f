import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { BackupList as Backups } from '../../../shared/bridge/operations/settingsOperations'
import { backupOccasions } from '../../../shared/domain/backup/backupRule'
import { t } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { failureText } from '../../bridge/failureText'
import { useAnnounce } from '../../components/feedback/announcement'
import { useConfirm } from '../../components/feedback/useConfirm'
import { readable } from '../../components/form/PathField'
import { printFigure } from '../../components/values/printFigure'
import { instantText } from '../../components/values/instantText'

type Backup = Backups['backups'][number]

/** The backups there are, newest first; going back to one is asked about with what it would change. */
export function BackupList() {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const { ask, holder } = useConfirm()
  const list = useQuery({ queryKey: ['backup.list'], queryFn: () => callBridge('backup.list', {}) })
  const replacing = useMutation({
    async mutationFn({ file, at }: Backup) {
      const { lost, regained, different } = await callBridge('backup.compare', { file })
      const isSure = await ask({ title: t('backup.replace.title', { at: instantText(at) }), text: t('backup.replace.text', { lost, regained, different }), ok: t('backup.replace.ok'), cancel: t('backup.replace.cancel') })
      return isSure ? callBridge('backup.replace', { file }) : null
    },
    async onSuccess(replaced) {
      if (replaced === null) return
      await queries.invalidateQueries()
      announce({ text: t('backup.replace.done', { file: readable(replaced.keptAs ?? '') }) })
    },
    onError: (error) => announce({ text: failureText(error), isFailure: true }),
  })
  const backups = list.data?.backups ?? []
  if (backups.length === 0) return null
  return (
    <>
      {holder}
      <ul className="settings-history" aria-label={t('backup.list')}>
        {backups.map((backup) => <Line key={backup.file} backup={backup} isBusy={replacing.isPending} onReplace={() => replacing.mutate(backup)} />)}
      </ul>
    </>
  )
}

function Line({ backup: { file, at, occasion, contents }, isBusy, onReplace }: { backup: Backup; isBusy: boolean; onReplace(): void }) {
  const total = contents === null ? 0 : Object.values(contents.counts).reduce((sum, count) => sum + count, 0)
  return (
    <li title={readable(file)}>
      <span className="secondary settings-history-at">{instantText(at)}</span>
      <span>{occasion === null ? '' : backupOccasions[occasion]}</span>
      <span>{contents === null ? t('backups.damaged') : t('backup.list.line', { counts: printFigure(total), size: printFigure(contents.sizeBytes / 1_000_000, 1) })}</span>
      {contents === null ? null : <button type="button" className="plain link" disabled={isBusy} onClick={onReplace}>{t('backup.list.replace')}</button>}
    </li>
  )
}
