import { useMutation } from '@tanstack/react-query'
import type { Request } from '../../../shared/bridge/contract'
import { t } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { useAnnounce } from '../../components/feedback/announcement'

/** Asks where, then writes the table with its rules there. */
export function useTableExport(question: Omit<Request<'counting.export'>, 'file'>, period: string) {
  const announce = useAnnounce()
  const exporting = useMutation({
    mutationFn: async () => {
      const { file } = await callBridge('shell.saveWorkbook', { name: t('ranking.export.fileName', { period }) })
      return file === null ? null : callBridge('counting.export', { ...question, file })
    },
    onSuccess: (done) => { if (done !== null) announce({ text: t('ranking.exported', { file: done.file }), file: done.file }) },
  })
  return { run: () => exporting.mutate(), isPending: exporting.isPending, error: exporting.error }
}
