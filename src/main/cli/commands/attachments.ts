import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import { attachmentsWithState } from '../../register/attachments/attachmentStates'
import { copyNames } from '../../register/attachments/handedOut'
import type { RegisterSession } from '../../register/opened/session'
import { defineCommand } from '../command'
import { findingIn, namedRecord, recordArguments } from '../namedRecord'
import { printAttachments } from '../print/printAttachments'
import { withSession } from '../withSession'

type Attached = Awaited<ReturnType<typeof attachmentsWithState>>

export const command = defineCommand({
  name: 'attachments',
  arguments: recordArguments,
  options: { out: { type: 'text' } },
  run: (call) => withSession(call, async (session) => {
    const found = await namedRecord(findingIn(session, call.global.today), call)
    if (!found.ok) return found
    const { record, list, id, key } = found.value
    const attached = await attachmentsWithState(session, record, id)
    const files = call.options.out === undefined ? succeed(undefined) : await copyOut(session, attached, call.options.out)
    if (!files.ok) return files
    const attachments = attached.map(({ fileName, type, sizeBytes, sha256, note, at, operator, state }) => ({ fileName, type, sizeBytes, sha256, note, at: new Date(at).toISOString(), operator, state }))
    return succeed({ kind: list, key, attachments, ...(files.value === undefined ? {} : { files: files.value }) })
  }),
  print: ({ key, attachments, files = [] }) => [
    attachments.length === 0 ? t('attachments.none', { key }) : printAttachments(attachments.map((file) => ({ ...file, isMissing: false }))),
    ...files.map((file) => t('attachment.saved', { file })),
  ].join('\n'),
})

/** @returns where the copies lie; attachment_lost for the first whose content is not what was attached */
async function copyOut({ files }: RegisterSession, attached: Attached, folder: string): Promise<Result<string[]>> {
  try {
    await mkdir(folder, { recursive: true })
  } catch {
    return fail('file_not_writable', undefined, { path: folder })
  }
  const targets = copyNames(attached).map((name) => join(folder, name))
  for (const [at, { sha256, fileName }] of attached.entries()) {
    const copied = await files.copyTo(sha256, targets[at] ?? '')
    if (!copied.ok) return { ...copied, details: { file: fileName, path: folder, ...copied.details } }
  }
  return succeed(targets)
}
