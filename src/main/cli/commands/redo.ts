import { succeed, type Result } from '../../../shared/domain/result'
import { planRedoOf, redoBatch } from '../../register/import/redo/redoBatch'
import type { RedoAnswer, RedoOptions } from '../../register/import/redo/planRedo'
import { createImportServices } from '../../register/import/services'
import { programVersion } from '../../register/programVersion'
import { openWriting } from '../../register/writer/writingRegister'
import { batchArgument } from '../batchArgument'
import { defineCommand, type Call } from '../command'
import { printRedo } from '../print/printImport'
import { readPassword } from '../readPassword'

const options = { 'dry-run': { type: 'flag' }, 'password-fd': { type: 'whole', min: 0 } } as const

export const redo = defineCommand({ name: 'redo', arguments: [{ name: 'batch' }], options, run: redoOne, print: (answer, call) => printRedo(answer, call.options['dry-run']) })

async function redoOne(call: Call<typeof options>): Promise<Result<RedoAnswer>> {
  const batch = batchArgument(call.arguments[0])
  if (!batch.ok) return batch
  const { register, today, operator, now } = call.global
  const opened = openWriting(register)
  if (!opened.ok) return opened
  const { store, close, open, grow } = opened.value
  try {
    const services = await createImportServices(store, { open, grow })
    const fd = call.options['password-fd']
    const how: RedoOptions = { today, at: now(), operator: operator ?? '', programVersion, ...(fd === undefined ? {} : { password: await readPassword(fd, call.streams.stdin) }) }
    if (!call.options['dry-run']) return await redoBatch(register, batch.value, how, services)
    const plan = await planRedoOf(register, batch.value, how, services)
    return plan.ok ? succeed(plan.value.answer) : plan
  } finally {
    await close()
  }
}
