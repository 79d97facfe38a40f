import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { BackupList as Backups } from '../../../shared/bridge/operations/settingsOperations'
import { t } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { failureText } from '../../bridge/failureText'
import { whenUnlocked } from '../../bridge/whenUnlocked'
import { useAnnounce } from '../../components/feedback/announcement'
import { useAskSecret } from '../../components/feedback/useAskSecret'
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
  const { askSecret, secretHolder } = useAskSecret()
  // The folder may be on a disk that was put in or pulled out meanwhile.
  const list = useQuery({ queryKey: ['backup.list'], queryFn: () => callBridge('backup.list', {}), refetchOnMount: 'always' })
  const replacing = useMutation({
    async mutationFn({ file, at }: Backup) {
      const compared = await whenUnlocked(file, () => callBridge('backup.compare', { file }), askSecret)
      if (compared === null) return null
      const { lost, regained, different, lostFrozen } = compared
      const text = `${t('backup.replace.text', { lost, regained, different })}${lostFrozen === 0 ? '' : `${t('punctuation.next')}${t('backup.replace.frozen', { count: lostFrozen })}`}`
      const isSure = await ask({ title: t('backup.replace.title', { at: instantText(at) }), text, ok: t('backup.replace.ok'), cancel: t('backup.replace.cancel') })
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
      {secretHolder}
      <ul className="settings-history" aria-label={t('backup.list')}>
        {backups.map((backup) => <Line key={backup.file} backup={backup} isBusy={replacing.isPending} onReplace={() => replacing.mutate(backup)} />)}
      </ul>
    </>
  )
}

function Line({ backup: { file, at, occasion, contents, sealedBytes }, isBusy, onReplace }: { backup: Backup; isBusy: boolean; onReplace(): void }) {
  const isUsable = contents !== null || sealedBytes !== null
  return (
    <li title={readable(file)}>
      <span className="secondary settings-history-at">{instantText(at)}</span>
      <span>{t(`backup.occasion.${occasion ?? 'daily'}`)}</span>
      <span>{stateOf({ contents, sealedBytes })}</span>
      {isUsable ? <button type="button" className="plain link" disabled={isBusy} onClick={onReplace}>{t('backup.list.replace')}</button> : null}
    </li>
  )
}

/** What an encrypted one holds is told when it is opened. */
function stateOf({ contents, sealedBytes }: Pick<Backup, 'contents' | 'sealedBytes'>): string {
  if (sealedBytes !== null) return t('backup.list.sealed', { size: printFigure(sealedBytes / 1_000_000, 1) })
  if (contents === null) return t('backups.damaged')
  const total = Object.values(contents.counts).reduce((sum, count) => sum + count, 0)
  return t('backup.list.line', { counts: printFigure(total), size: printFigure(contents.sizeBytes / 1_000_000, 1) })
}
