import type { HandlersOf } from '../../../shared/bridge/contract'
import type { attachmentOperations } from '../../../shared/bridge/operations/attachmentOperations'
import { recordKindOfList, type ListKind } from '../../../shared/domain/catalogue/listFields'
import { succeed, type Failure, type Result } from '../../../shared/domain/result'
import type { Attachment } from '../../store/attachmentStore'
import { attachedFile, attachFiles, detachFile, noteAttachment } from '../attachments/attachFiles'
import { copyName, handOut } from '../attachments/handedOut'
import type { KeptFiles } from '../attachments/keptFiles'
import { runJob, type JobWatch } from '../runJob'
import type { RecordWays } from './blockHandlers'
import type { HandlerContext } from './handlerContext'
import { inSession } from './inSession'

/** Files of records: what comes, what goes, and copies for other programs. */
export function createAttachmentHandlers({ register, emit = () => undefined }: HandlerContext, { read, change }: RecordWays): HandlersOf<keyof typeof attachmentOperations> {
  const running = new Set<AbortController>()

  /** Runs with progress in the status bar; all that run are cancelled together. */
  async function watched<T>(work: (watch: JobWatch) => Promise<Result<T>>): Promise<Result<T>> {
    const own = new AbortController()
    running.add(own)
    try {
      return await runJob(emit, { name: 'job.attach', cancel: { call: 'attachments.cancel', input: {} } }, work, own)
    } finally {
      running.delete(own)
    }
  }

  /** Runs something on one file of a record. */
  const withFile = <T>({ kind, id, sha256 }: { kind: ListKind; id: number; sha256: string }, work: (files: KeptFiles, file: Attachment) => Promise<Result<T>>): Promise<Result<T>> =>
    read(async (services) => {
      const session = register.session()
      if (!session.ok) return session
      const found = await attachedFile(services, recordKindOfList[kind], id, sha256)
      return found.ok ? work(session.value.files, found.value.file) : found
    })

  return {
    'attachments.add': ({ kind, id, files: paths }) => inSession(register, async (session) => {
      const refused: Failure[] = []
      const done = await change(async (services) => {
        const attached = await watched((watch) => attachFiles(services, session.files, recordKindOfList[kind], id, paths, '', watch))
        if (!attached.ok) return attached
        refused.push(...attached.value.refused)
        return succeed(attached.value.change)
      })
      return done.ok ? succeed({ change: done.value, refused: refused.map(({ code, details = {} }) => ({ code, details })) }) : done
    }),
    'attachments.cancel': async () => {
      for (const own of running) own.abort()
      return succeed({})
    },
    'attachments.remove': ({ kind, id, sha256 }) => change((services) => detachFile(services, recordKindOfList[kind], id, sha256)),
    'attachments.note': ({ kind, id, sha256, note }) => change((services) => noteAttachment(services, recordKindOfList[kind], id, sha256, note)),
    'attachments.copy': (request) => withFile(request, async (files, file) => {
      const copy = await handOut(files, file)
      return copy.ok ? succeed({ ...copy.value, type: file.type }) : copy
    }),
    'attachments.name': (request) => withFile(request, async (_files, file) => succeed({ name: copyName(file) })),
    'attachments.save': (request) => withFile(request, async (files, file) => {
      const saved = await files.copyTo(file.sha256, request.file)
      return saved.ok ? succeed({ file: request.file }) : { ...saved, details: { file: file.fileName, path: request.file, ...saved.details } }
    }),
  }
}
