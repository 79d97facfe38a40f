import { keepPreviousData, skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FillingRequest, ReceivedForm } from '../../../../shared/bridge/fill'
import { bindingsSchema, type Bindings } from '../../../../shared/domain/filling/bindings'
import { isUnbound, noBindings, withBindings } from '../../../../shared/domain/filling/editBindings'
import { t } from '../../../../shared/text/t'
import { callBridge, isCancelled } from '../../../bridge/bridgeClient'
import { useAnnounce } from '../../../components/feedback/announcement'
import { fileNameOf } from '../../../components/values/fileNameOf'

type Choice = FillingRequest['choice']

/** Bindings as they were before each change, the newest last, and those that were undone. */
interface Steps { now: Bindings; before: readonly Bindings[]; after: readonly Bindings[] }

const draftKey = (file: string): string => `received.${file}`
const lastFileKey = 'received.file'

/** The received form that is open, its bindings with undo, and what they would fill. Unfinished bindings are kept on this computer. */
export function useReceivedForm(choice: Choice) {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const [file, setFile] = useState<string | null>(() => localStorage.getItem(lastFileKey))
  const opened = useQuery({ queryKey: ['fill.open', file], queryFn: file === null ? skipToken : () => callBridge('fill.open', { file }), gcTime: 0 })
  const form = opened.data ?? null
  const [edited, setEdited] = useState<{ file: string; steps: Steps } | null>(null)
  const steps = form === null ? startedFrom(noBindings) : edited?.file === form.file ? edited.steps : startedFrom(beginningOf(form))
  const { now: bindings } = steps

  const keep = (next: Steps): void => {
    if (form === null) return
    localStorage.setItem(draftKey(form.file), JSON.stringify(next.now))
    setEdited({ file: form.file, steps: next })
  }
  const shown = useQuery({
    queryKey: ['fill.preview', file, bindings, choice], placeholderData: keepPreviousData, gcTime: 0,
    queryFn: file === null || form === null || isUnbound(bindings) ? skipToken : () => callBridge('fill.preview', { file, bindings, choice }),
  })
  const writing = useMutation({
    mutationFn: async (name: string) => {
      const { file: out } = await callBridge('shell.saveWorkbook', { name })
      return out === null || file === null ? null : callBridge('fill.write', { file, bindings, choice, out })
    },
    onError: (error) => { if (isCancelled(error)) announce({ text: t('received.cancelled') }) },
    onSuccess: async (written) => {
      if (written === null) return
      if (file !== null) localStorage.removeItem(draftKey(file))
      announce({ text: t('received.written', { cells: written.cells, file: fileNameOf(written.file) }), file: written.file })
      await queries.invalidateQueries({ queryKey: ['fill.open'] })
    },
  })

  return {
    form, error: opened.error, isOpening: opened.isFetching && form === null, bindings,
    preview: isUnbound(bindings) ? null : (shown.data ?? null), previewError: shown.error,
    /** Bound by hand since it was opened: whatever is kept of it by now is no word of an earlier form. */
    isEdited: form !== null && edited?.file === form.file,
    isDraft: form !== null && edited?.file !== form.file && draftOf(form.file) !== null,
    canUndo: steps.before.length > 0, canRedo: steps.after.length > 0,
    change: (next: Bindings) => keep({ now: next, before: [...steps.before, bindings], after: [] }),
    undo: () => {
      const last = steps.before.at(-1)
      if (last) keep({ now: last, before: steps.before.slice(0, -1), after: [bindings, ...steps.after] })
    },
    redo: () => {
      const [next, ...after] = steps.after
      if (next) keep({ now: next, before: [...steps.before, bindings], after })
    },
    choose: async () => {
      const { files } = await callBridge('shell.chooseTables', {})
      const [chosen] = files
      if (chosen === undefined) return
      localStorage.setItem(lastFileKey, chosen)
      setFile(chosen)
      await queries.invalidateQueries({ queryKey: ['fill.open', chosen] })
    },
    write: writing.mutate, isWriting: writing.isPending, writeError: isCancelled(writing.error) ? null : writing.error,
  }
}

export type ReceivedState = ReturnType<typeof useReceivedForm>

/** Bindings with a proposal taken. */
export function withProposal(form: ReceivedForm, bindings: Bindings, proposals: ReceivedForm['proposals']): Bindings {
  return proposals.reduce((taken, { bindings: more }) => withBindings(taken, more, form.sheets.length === 1), bindings)
}

function startedFrom(now: Bindings): Steps {
  return { now, before: [], after: [] }
}

function beginningOf({ file, kept }: ReceivedForm): Bindings {
  return draftOf(file) ?? kept?.bindings ?? noBindings
}

function draftOf(file: string): Bindings | null {
  const text = localStorage.getItem(draftKey(file))
  if (text === null) return null
  try {
    const draft = bindingsSchema.safeParse(JSON.parse(text))
    return draft.success ? draft.data : null
  } catch {
    return null // what cannot be read is no draft: the form begins with the kept bindings
  }
}
