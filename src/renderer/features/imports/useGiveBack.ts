import { useMutation } from '@tanstack/react-query'
import { t, textOf } from '../../../shared/text/t'
import { callBridge, isCancelled } from '../../bridge/bridgeClient'

/** What goes back to its sender: an open file or a batch of any earlier day, and the file's name. */
export interface GivenBack {
  of: { job: number } | { batch: number }
  file: string
}

const longestStem = 150

/** Asks where 退回更正 is to be kept, writes it, and says what it holds. */
export function useGiveBack(onSaid: (text: string) => void): { giveBack(what: GivenBack): void; error: unknown } {
  const writing = useMutation({
    mutationFn: async ({ of, file }: GivenBack) => {
      const target = await callBridge('shell.saveWorkbook', { name: nameFor(file) })
      if (target.file === null) return
      const { rows, cells, how } = await callBridge('imports.return', { of, file: target.file })
      onSaid(`${t('return.done', { file: target.file, cells, ...rows })}${t('punctuation.sentence')}${textOf(`return.done.${how}`)}`)
    },
    onError: (error) => { if (isCancelled(error)) onSaid(t('records.exportCancelled')) },
  })
  return { giveBack: writing.mutate, error: isCancelled(writing.error) ? null : writing.error }
}

/** A workbook with macros keeps them, and the ending that says so. */
function nameFor(file: string): string {
  const stem = file.replace(/\.[^.]{1,5}$/u, '').slice(0, longestStem)
  return t(/\.xlsm$/iu.test(file) ? 'imports.returnMacroName' : 'imports.returnName', { file: stem })
}
