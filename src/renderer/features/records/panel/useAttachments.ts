import { useState } from 'react'
import type { ListKind } from '../../../../shared/bridge/lists'
import type { RecordChange } from '../../../../shared/bridge/records'
import type { Failure, Result } from '../../../../shared/domain/result'
import { messageOf } from '../../../../shared/text/failureText'
import { t } from '../../../../shared/text/t'
import { useAnnounce } from '../../../components/feedback/announcement'

/** What a clerk can do to the files of a record. */
export interface AttachmentActions {
  /** Why files of the last try were not attached. */
  refused: string[]
  add(files: string[]): void
  remove(sha256: string): void
  note(sha256: string, note: string): void
  open(sha256: string): void
  save(sha256: string): void
}

/** @param said  says what a change did, with the way back, and shows the record anew */
export function useAttachments(kind: ListKind, id: number, said: (result: Result<RecordChange>) => void): AttachmentActions {
  const announce = useAnnounce()
  const [refused, setRefused] = useState<string[]>([])
  const fail = (failure: Failure): void => announce({ text: messageOf(failure), isFailure: true })

  async function add(files: string[]): Promise<void> {
    setRefused([])
    const added = await window.bridge.call('attachments.add', { kind, id, files })
    if (!added.ok) {
      setRefused([messageOf(added)])
      return
    }
    const { change, refused: left } = added.value
    setRefused(left.map(({ code, details }) => messageOf({ ok: false, code, details })))
    if (change.sequence === null && left.length === 0) announce({ text: t('attachment.there') })
    else said({ ok: true, value: change })
  }

  async function open(sha256: string): Promise<void> {
    const opened = await window.bridge.call('shell.openAttachment', { kind, id, sha256 })
    if (!opened.ok) fail(opened)
  }

  async function save(sha256: string): Promise<void> {
    const saved = await window.bridge.call('shell.saveAttachment', { kind, id, sha256 })
    if (!saved.ok) fail(saved)
    else if (saved.value.file !== null) announce({ text: t('attachment.saved', { file: saved.value.file }) })
  }

  return {
    refused,
    add: (files) => void add(files),
    remove: (sha256) => void window.bridge.call('attachments.remove', { kind, id, sha256 }).then(said),
    note: (sha256, note) => void window.bridge.call('attachments.note', { kind, id, sha256, note }).then(said),
    open: (sha256) => void open(sha256),
    save: (sha256) => void save(sha256),
  }
}
