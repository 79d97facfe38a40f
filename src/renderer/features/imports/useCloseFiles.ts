import type { ReactNode } from 'react'
import { isUncommitted, type ImportJob } from '../../../shared/bridge/imports'
import { t } from '../../../shared/text/t'
import { useConfirm } from '../../components/feedback/useConfirm'

/**
 * Takes files off the list, after asking where that drops something that was not committed.
 *
 * @returns the closing function, and the place where the question shows
 */
export function useCloseFiles(jobs: readonly ImportJob[], onClose: (jobs: number[]) => void): { close(ids: number[]): void; holder: ReactNode } {
  const { ask, holder } = useConfirm()
  const close = async (ids: number[]): Promise<void> => {
    const files = jobs.filter(({ job, state }) => ids.includes(job) && isUncommitted(state)).length
    const mayClose = files === 0 || (await ask({ title: t('imports.closeQuestion'), text: t('imports.closeWarning', { files }), ok: t('imports.close'), cancel: t('imports.closeLeave') }))
    if (mayClose) onClose(ids)
  }
  return { close: (ids) => void close(ids), holder }
}
