import { useMutation } from '@tanstack/react-query'
import type { CrosstabQuestion } from '../../../shared/bridge/crosstab'
import type { TableShare } from '../../../shared/domain/crosstab/tableShare'
import { t } from '../../../shared/text/t'
import { callBridge, isCancelled } from '../../bridge/bridgeClient'
import { useAnnounce } from '../../components/feedback/announcement'

/** Asks where, then writes the table there as it is shown. */
export function useCrosstabExport(question: CrosstabQuestion, share: TableShare, name: string) {
  const announce = useAnnounce()
  const exporting = useMutation({
    mutationFn: async () => {
      const { file } = await callBridge('shell.saveWorkbook', { name: t('crosstab.fileName', { name }) })
      return file === null ? null : callBridge('crosstab.export', { question, share, file })
    },
    onSuccess: (done) => { if (done !== null) announce({ text: t('ranking.exported', { file: done.file }), file: done.file }) },
  })
  return { run: () => exporting.mutate(), isPending: exporting.isPending, error: isCancelled(exporting.error) ? null : exporting.error }
}
