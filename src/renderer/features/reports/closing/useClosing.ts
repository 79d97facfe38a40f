import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Request } from '../../../../shared/bridge/contract'
import type { ClosingOptions, RefusedForm } from '../../../../shared/bridge/periods'
import { messageOf } from '../../../../shared/text/failureText'
import { fontTexts } from '../../../../shared/text/printText'
import { t } from '../../../../shared/text/t'
import { callBridge } from '../../../bridge/bridgeClient'
import { failureText } from '../../../bridge/failureText'
import { useAnnounce } from '../../../components/feedback/announcement'
import { fileNameOf } from '../../../components/values/fileNameOf'

type FormOf<K extends 'periods.reopen' | 'periods.write'> = Request<K>

/** What can be done to a period; whatever was done is looked at anew. */
export function useClosing() {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const refresh = (): void => void queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('periods.') })
  const onError = (error: unknown): void => announce({ text: failureText(error), isFailure: true })
  const freezing = useMutation({
    mutationFn: (input: Request<'periods.freeze'>) => callBridge('periods.freeze', input), onError, onSettled: refresh,
    onSuccess: ({ frozen, refused }) => announce({ text: [t('closing.frozen', { count: frozen.length }), ...refused.map(refusalText)].join(t('punctuation.part')), isFailure: refused.length > 0 }),
  })
  const reopening = useMutation({
    mutationFn: (input: FormOf<'periods.reopen'>) => callBridge('periods.reopen', input), onError, onSettled: refresh,
    onSuccess: ({ label, version }) => announce({ text: t('closing.reopenDone', { label, version }) }),
  })
  const correcting = useMutation({
    // Where it is still frozen it is reopened with the same reason: the correction stands beside it.
    mutationFn: async ({ isFrozen, options, ...input }: FormOf<'periods.reopen'> & { isFrozen: boolean; options: ClosingOptions }) => {
      if (isFrozen) await callBridge('periods.reopen', input)
      return callBridge('periods.freeze', { period: input.period, forms: [input.form], options, reason: input.reason })
    },
    onError, onSettled: refresh,
    onSuccess: ({ frozen: [made], refused: [refused] }) => {
      if (made) announce({ text: t('closing.corrected', { label: made.label, version: made.version }) })
      else if (refused) announce({ text: refusalText(refused), isFailure: true })
    },
  })
  const marking = useMutation({ mutationFn: (input: Request<'periods.mark'>) => callBridge('periods.mark', input), onError, onSettled: refresh })
  const archiving = useMutation({
    mutationFn: async (period: string) => {
      const { folder } = await callBridge('shell.chooseFolder', {})
      return folder === null ? null : callBridge('periods.archive', { period, folder })
    },
    onError, onSettled: refresh,
    onSuccess: (done) => { if (done) announce({ text: [t('closing.archiveDone', { count: done.files, file: fileNameOf(done.file) }), ...(done.pdf ? fontTexts(done.pdf) : [t('print.archiveWithoutPdf')])].join(t('punctuation.part')) }) },
  })
  const saving = useMutation({
    mutationFn: async ({ fileName, ...input }: Omit<FormOf<'periods.write'>, 'file'> & { fileName: string }) => {
      const { file } = await callBridge('shell.saveWorkbook', { name: fileName })
      return file === null ? null : callBridge('periods.write', { ...input, file })
    },
    onError, onSuccess: (done) => { if (done) announce({ text: t('closing.saved', { file: fileNameOf(done.file) }) }) },
  })
  return { freezing, reopening, correcting, marking, archiving, saving }
}

function refusalText({ label, code, details }: RefusedForm): string {
  return t('closing.refused', { label, reason: messageOf({ ok: false, code, details }) })
}
