import { basename } from 'node:path'
import type { HandlersOf } from '../../../shared/bridge/contract'
import type { fillOperations } from '../../../shared/bridge/operations/fillOperations'
import { succeed } from '../../../shared/domain/result'
import type { CancellableJobs } from '../cancellableJobs'
import { fillTemplate } from '../fill/fillTemplate'
import { keptWith } from '../fill/keptTemplates'
import { openReceived } from '../fill/openReceived'
import { previewFilling } from '../fill/previewFilling'
import type { HandlerContext } from './handlerContext'
import { inSession } from './inSession'

export function createFillHandlers({ register, today, openForm }: HandlerContext, jobs: CancellableJobs): HandlersOf<keyof typeof fillOperations> {
  return {
    'fill.open': ({ file }) => inSession(register, (session) => openReceived(session, file, openForm)),
    'fill.preview': (request) => inSession(register, (session) => jobs.run(basename(request.file), (watch) => previewFilling(session, request, today(), watch, openForm), 'job.fillPreview')),
    'fill.write': ({ file, bindings, choice, out }) => inSession(register, async (session) => {
      const filled = await jobs.run(basename(out), async (watch) => fillTemplate(session, { ...choice, template: file, bindings, out, today: today(), watch }, openForm), 'job.fill')
      if (!filled.ok) return filled
      const noted = await register.note({ settings: await keptWith(session.store.info, filled.value.kept) })
      if (!noted.ok) return noted
      const { cells } = filled.value.answer
      return succeed({ file: out, cells: Object.values(cells).reduce((sum, count) => sum + count, 0) })
    }),
  }
}
