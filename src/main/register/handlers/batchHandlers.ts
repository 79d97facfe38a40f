import type { HandlersOf } from '../../../shared/bridge/contract'
import type { batchOperations } from '../../../shared/bridge/operations/batchOperations'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { openParser } from '../../workbook/parserClient'
import { OpenDocument } from '../import/document/openDocument'
import { RedoDesk } from '../import/redo/redoDesk'
import type { HandlerContext } from './handlerContext'
import { inSession } from './inSession'

export function createBatchHandlers({ register, today, version, emit = () => undefined, openWorkbook = openParser }: HandlerContext): HandlersOf<keyof typeof batchOperations> {
  const redos = new RedoDesk({ register, emit, openWorkbook, today, now: () => Date.now(), programVersion: version })
  /** The batch that is looked at. */
  let shown: OpenDocument | null = null

  function closeDocument(): void {
    shown?.close()
    shown = null
  }

  /** @returns list_expired when the document is no longer open, or the register is another one */
  function documentOf(batch: number): Result<OpenDocument> {
    const session = register.session()
    return shown !== null && session.ok && shown.session === session.value && shown.batch.id === batch ? succeed(shown) : fail('list_expired')
  }

  return {
    'batches.document': ({ batch, password }) => inSession(register, async (session) => {
      closeDocument()
      const opened = await OpenDocument.open(session, batch, openWorkbook, password)
      if (!opened.ok) return opened
      closeDocument()
      shown = opened.value
      return succeed(opened.value.describe())
    }),
    'batches.rows': async (request) => {
      const document = documentOf(request.batch)
      return document.ok ? document.value.page(request) : document
    },
    'batches.row': async ({ batch, sheet, row }) => {
      const document = documentOf(batch)
      return document.ok ? document.value.detail(sheet, row) : document
    },
    'batches.place': async ({ batch, sheet, row }) => {
      const document = documentOf(batch)
      return document.ok ? document.value.place(sheet, row) : document
    },
    'batches.close': async ({ batch }) => {
      if (shown?.batch.id === batch) closeDocument()
      return succeed({})
    },
    'batches.redoPreview': ({ batch, password }) => redos.preview(batch, password),
    'batches.redo': ({ batch, password }) => redos.redo(batch, password),
    'batches.cancelRedo': async ({ batch }) => succeed({ wasRunning: redos.cancel(batch) }),
  }
}
