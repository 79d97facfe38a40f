import { useMutation, useQueryClient } from '@tanstack/react-query'
import { t } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { failureText } from '../../bridge/failureText'
import { useAnnounce } from '../../components/feedback/announcement'
import { useConfirm } from '../../components/feedback/useConfirm'
import { fileNameOf } from '../../components/values/fileNameOf'
import type { ReportRequest } from './useReportChoice'

/** Asks where the form goes, writes it, and offers to open it in the system's program. */
export function useProduce() {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const { ask, holder } = useConfirm()
  const producing = useMutation({
    mutationFn: async ({ request, fileName }: { request: ReportRequest; fileName: string }) => {
      const { file } = await callBridge('shell.saveWorkbook', { name: fileName })
      return file === null ? null : callBridge('reports.produce', { ...request, file: file.endsWith('.xlsx') ? file : `${file}.xlsx` })
    },
    onSuccess: async (produced) => {
      if (produced === null) return
      await queries.invalidateQueries({ queryKey: ['reports.list'] })
      announce({ text: t('reports.saved', { file: fileNameOf(produced.file) }) })
      // The button is free again while the question stands.
      void offerToOpen(produced.file)
    },
  })

  async function offerToOpen(file: string): Promise<void> {
    const wantsIt = await ask({ title: t('reports.openQuestion'), text: t('reports.openText', { file: fileNameOf(file) }), ok: t('reports.openNow'), cancel: t('reports.later'), isHarmless: true })
    if (wantsIt) await callBridge('shell.openTable', { file }).catch((error: unknown) => announce({ text: failureText(error), isFailure: true }))
  }
  return { produce: producing.mutate, isProducing: producing.isPending, error: producing.error, holder }
}
