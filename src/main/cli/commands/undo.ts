import { foreseeUndo, undoBatch } from '../../register/evidence/undoBatch'
import { openWriting } from '../../register/writer/writingRegister'
import { batchArgument } from '../batchArgument'
import { defineCommand } from '../command'
import { printUndo } from '../print/printImport'

export const undo = defineCommand({
  name: 'undo',
  arguments: [{ name: 'batch' }],
  options: { 'dry-run': { type: 'flag' } },
  async run(call) {
    const batch = batchArgument(call.arguments[0])
    if (!batch.ok) return batch
    const opened = openWriting(call.global.register)
    if (!opened.ok) return opened
    const by = { at: call.global.now(), operator: call.global.operator ?? '' }
    try {
      return await (call.options['dry-run'] ? foreseeUndo(opened.value.store, batch.value, by) : undoBatch(opened.value.store, batch.value, by))
    } finally {
      await opened.value.close()
    }
  },
  print: (answer, call) => printUndo(answer, call.options['dry-run']),
})
