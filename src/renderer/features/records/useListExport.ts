import { useMutation } from '@tanstack/react-query'
import type { ListQuery } from '../../../shared/bridge/lists'
import { t } from '../../../shared/text/t'
import { locale } from '../../../shared/text/language'
import { callBridge, isCancelled } from '../../bridge/bridgeClient'
import { useAnnounce } from '../../components/feedback/announcement'

/** Asks where, then writes the listed records there as a table that can be imported again. */
export function useListExport(name: string, asked: () => ListQuery) {
  const announce = useAnnounce()
  const exporting = useMutation({
    mutationFn: async () => {
      const { file } = await callBridge('shell.saveWorkbook', { name: t('records.exportName', { name }) })
      return file === null ? null : { file, ...(await callBridge('lists.export', { query: asked(), file })) }
    },
    onError: (error) => { if (isCancelled(error)) announce({ text: t('records.exportCancelled') }) },
    onSuccess: (done) => { if (done !== null) announce({ text: t('records.exported', { count: done.rows.toLocaleString(locale()), file: done.file }), file: done.file }) },
  })
  return { run: () => exporting.mutate(), isPending: exporting.isPending, error: isCancelled(exporting.error) ? null : exporting.error }
}
