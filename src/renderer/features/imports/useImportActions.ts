import { useMutation } from '@tanstack/react-query'
import type { OperationName, Request } from '../../../shared/bridge/contract'
import type { ImportJob } from '../../../shared/bridge/imports'
import { t } from '../../../shared/text/t'
import { callBridge, isCancelled } from '../../bridge/bridgeClient'

type ImportCall = { [K in OperationName]: { name: K; input: Request<K> } }[OperationName]

export interface ImportActions {
  /** Makes a call of the import screens; what it changed comes back as an event. */
  run(call: ImportCall): void
  exportRejects(job: ImportJob): void
  error: unknown
}

/** Calls that change something, with one place for what went wrong. */
export function useImportActions(onSaid: (text: string) => void): ImportActions {
  const call = useMutation({ mutationFn: ({ name, input }: ImportCall) => callBridge(name, input as never) }) // a call's name and input come as a pair
  const rejects = useMutation({
    mutationFn: async ({ job, file }: ImportJob) => {
      const target = await callBridge('shell.saveWorkbook', { name: t('imports.rejectsName', { file: file.replace(/\.[^.]{1,5}$/u, '').slice(0, 150) }) })
      if (target.file === null) return
      const { rows } = await callBridge('imports.rejects', { job, file: target.file })
      onSaid(t('imports.rejectsWritten', { file: target.file, count: rows }))
    },
    onError: (error) => { if (isCancelled(error)) onSaid(t('records.exportCancelled')) },
  })
  return { run: call.mutate, exportRejects: rejects.mutate, error: call.error ?? (isCancelled(rejects.error) ? null : rejects.error) }
}
