import { useMutation, useQueryClient } from '@tanstack/react-query'
import { t } from '../../shared/text/t'
import { callBridge } from './bridgeClient'
import { failureText } from './failureText'

/**
 * Makes a backup now; its state goes to whoever shows it.
 *
 * @param announce  says that it was made and verified, or why not
 * @param printPath  a path as the window prints it
 */
export function useBackupRun(announce: (said: { text: string; isFailure?: boolean }) => void, printPath: (path: string) => string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => callBridge('backup.run', {}),
    onSuccess: (after) => {
      queries.setQueryData(['backup.status'], after)
      if (after.failure !== null || after.lastFile === null) return
      const { missingAttachments: count } = after
      announce(count > 0 ? { text: t('backup.missingAttachments', { count }), isFailure: true } : { text: t('backup.done', { file: printPath(after.lastFile) }) })
    },
    onError: (error) => announce({ text: failureText(error), isFailure: true }),
  })
}
