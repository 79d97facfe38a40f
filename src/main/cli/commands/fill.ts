import { succeed } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import { bindingsSchema } from '../../../shared/domain/filling/bindings'
import { fillTemplate } from '../../register/fill/fillTemplate'
import { keepTemplate } from '../../register/fill/keptTemplates'
import { openWriting } from '../../register/writer/writingRegister'
import { defineCommand } from '../command'
import { countingOptions, requestOf } from '../countingOptions'
import { readJson } from '../readJson'
import { withSession } from '../withSession'

export const fill = defineCommand({
  name: 'fill',
  arguments: [{ name: 'file' }],
  options: { ...countingOptions, bindings: { type: 'text' }, out: { type: 'text', required: true } },
  async run(call) {
    const bindings = readJson(call.options.bindings, bindingsSchema, 'invalid_bindings')
    if (!bindings.ok) return bindings
    const { period, asOf, leadRule, zones, population } = requestOf(call.options)
    const filled = await withSession(call, (session) => fillTemplate(session, {
      period, asOf, leadRule, zones, population,
      template: call.arguments[0] ?? '', bindings: bindings.value, out: call.options.out, today: call.global.today,
    }))
    if (!filled.ok) return filled
    // What was bound is found again next period; only new bindings need the register for writing.
    if (bindings.value !== undefined) {
      const opened = openWriting(call.global.register)
      if (!opened.ok) return opened
      await keepTemplate(opened.value.store.info, filled.value.kept)
      await opened.value.close()
    }
    return succeed(filled.value.answer)
  },
  print: ({ file, cells }) => t('fill.done', { file, cells: Object.values(cells).reduce((sum, count) => sum + count, 0) }),
})
