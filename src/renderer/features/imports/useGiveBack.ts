import { useMutation } from '@tanstack/react-query'
import { returnName } from '../../../shared/text/returnName'
import { t, textOf } from '../../../shared/text/t'
import { failureText } from '../../bridge/failureText'
import { readable } from '../../components/form/PathField'
import type { Announcing } from '../../components/feedback/announcement'
import { callBridge, isCancelled } from '../../bridge/bridgeClient'

/** What goes back to its sender: an open file or a batch of any earlier day, and the file's name. */
export interface GivenBack {
  of: { job: number } | { batch: number }
  file: string
}

/** Asks where 退回更正 is to be kept, writes it, and says what it holds. */
export function useGiveBack(onSaid: (text: string) => void): { giveBack(what: GivenBack): void; error: unknown } {
  const writing = useMutation({
    mutationFn: async ({ of, file }: GivenBack) => {
      const target = await callBridge('shell.saveWorkbook', { name: returnName(file) })
      if (target.file === null) return
      const { rows, cells, how } = await callBridge('imports.return', { of, file: target.file })
      onSaid(`${t('return.done', { file: target.file, cells, ...rows })}${t('punctuation.sentence')}${textOf(`return.done.${how}`)}`)
    },
    onError: (error) => { if (isCancelled(error)) onSaid(t('records.exportCancelled')) },
  })
  return { giveBack: writing.mutate, error: isCancelled(writing.error) ? null : writing.error }
}

/** Asks for a folder and writes 退回更正 of every file that has rows to give back. */
export function useGiveBackAll(announce: Announcing['announce']): { giveBackAll(jobs: readonly number[]): void; isWriting: boolean } {
  const writing = useMutation({
    mutationFn: async (jobs: readonly number[]) => {
      const { folder } = await callBridge('shell.chooseFolder', {})
      if (folder === null) return
      const { files, cells, rows } = await callBridge('imports.returnAll', { jobs: [...jobs], folder })
      announce({ text: t('return.allDone', { files, folder: readable(folder), cells, ...rows }) })
    },
    onError: (error) => announce({ text: isCancelled(error) ? t('records.exportCancelled') : failureText(error), isFailure: !isCancelled(error) }),
  })
  return { giveBackAll: writing.mutate, isWriting: writing.isPending }
}
