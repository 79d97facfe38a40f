import { fail } from '../../../shared/domain/result'
import { argumentHelp } from '../../../shared/text/helpTexts'
import { t } from '../../../shared/text/t'
import { undoBatch } from '../../register/evidence/undoBatch'
import { defineCommand } from '../command'
import { openWriting } from '../../register/writer/writingRegister'
import { printUndo } from '../print/printImport'

export const undo = defineCommand({
  name: 'undo',
  arguments: [{ name: 'batch' }],
  options: {},
  async run(call) {
    const text = call.arguments[0] ?? ''
    if (!/^\d{1,15}$/u.test(text)) return fail('usage_bad_value', undefined, { option: argumentHelp.batch.zh, value: text, expected: t('cli.expected.whole', { min: 1 }) })
    const opened = openWriting(call.global.register)
    if (!opened.ok) return opened
    try {
      return await undoBatch(opened.value.store, Number(text), { at: call.global.now(), operator: call.global.operator ?? '' })
    } finally {
      await opened.value.close()
    }
  },
  print: printUndo,
})
