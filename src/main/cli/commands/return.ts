import { fail, type Result } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import { returnBatch } from '../../register/import/returned/returnBatch'
import type { ReturnAnswer } from '../../register/import/returned/returnWorkbook'
import { batchArgument } from '../batchArgument'
import { defineCommand } from '../command'
import { printReturn } from '../print/printReturn'
import { readPassword } from '../readPassword'
import { withSession } from '../withSession'

export const command = defineCommand({
  name: 'return',
  arguments: [{ name: 'batch' }],
  options: { out: { type: 'text', required: true }, 'password-fd': { type: 'whole', min: 0 } },
  async run(call): Promise<Result<ReturnAnswer>> {
    const batch = batchArgument(call.arguments[0])
    if (!batch.ok) return batch
    const { out } = call.options
    if (!/\.xls[xm]$/iu.test(out)) return fail('usage_bad_value', undefined, { option: '--out', value: out, expected: t('return.out') })
    const passwordFd = call.options['password-fd']
    const password = passwordFd === undefined ? {} : { password: await readPassword(passwordFd, call.streams.stdin) }
    return withSession(call, ({ path, store }) => returnBatch(path, store, batch.value, { out, at: call.global.now(), today: call.global.today, ...password }))
  },
  print: printReturn,
})
