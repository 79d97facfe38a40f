import { useMutation, useQueryClient } from '@tanstack/react-query'
import { fontTexts, type FontShortage } from '../../../shared/text/printText'
import { t } from '../../../shared/text/t'
import { callBridge, isCancelled } from '../../bridge/bridgeClient'
import { handToSystem } from '../../bridge/handToSystem'
import { useAnnounce } from '../../components/feedback/announcement'
import { useConfirm } from '../../components/feedback/useConfirm'
import { fileNameOf } from '../../components/values/fileNameOf'
import type { ReportRequest } from './useReportChoice'

export type ReportFormat = 'xlsx' | 'pdf'

interface Asked { request: ReportRequest; fileName: string; format: ReportFormat }

/** Asks where the form goes, writes it, and offers to open it in the system's program; or shows it as it prints. */
export function useProduce() {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const { ask, holder } = useConfirm()
  const producing = useMutation({
    mutationFn: async ({ request, fileName, format }: Asked) => {
      const { file } = await callBridge('shell.saveWorkbook', { name: named(fileName, format) })
      return file === null ? null : callBridge('reports.produce', { ...request, file: file.toLowerCase().endsWith(`.${format}`) ? file : `${file}.${format}` })
    },
    onSuccess: async (produced) => {
      if (produced === null) return
      await queries.invalidateQueries({ queryKey: ['reports.list'] })
      announce({ text: saidOf(t('reports.saved', { file: fileNameOf(produced.file) }), produced.pdf) })
      // The button is free again while the question stands.
      void offerToOpen(produced.file, produced.pdf !== null)
    },
  })
  const previewing = useMutation({
    mutationFn: ({ request, fileName }: Omit<Asked, 'format'>) => callBridge('shell.previewPrint', { ...request, name: named(fileName, 'pdf') }),
    onSuccess: ({ pdf }) => { if (pdf !== null && fontTexts(pdf).length > 0) announce({ text: fontTexts(pdf).join(t('punctuation.part')) }) },
  })

  async function offerToOpen(file: string, isPdf: boolean): Promise<void> {
    const shown = { file: fileNameOf(file) }
    const words = isPdf ? { title: t('print.openQuestion'), text: t('print.openText', shown) } : { title: t('reports.openQuestion'), text: t('reports.openText', shown) }
    const wantsIt = await ask({ ...words, ok: isPdf ? t('reports.open') : t('reports.openNow'), cancel: t('reports.later'), isHarmless: true })
    if (wantsIt) await handToSystem('shell.openTable', file, announce)
  }

  const failed: unknown = producing.error ?? previewing.error
  return {
    produce: producing.mutate, preview: previewing.mutate, isProducing: producing.isPending, isPreviewing: previewing.isPending,
    error: failed !== null && isCancelled(failed) ? null : failed, holder,
  }
}

/** The name by the rule has the workbook's ending. */
function named(fileName: string, format: ReportFormat): string {
  return fileName.replace(/\.xlsx$/u, `.${format}`)
}

function saidOf(done: string, pdf: FontShortage | null): string {
  return [done, ...(pdf === null ? [] : fontTexts(pdf))].join(t('punctuation.part'))
}
