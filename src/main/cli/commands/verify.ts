import { t } from '../../../shared/text/t'
import { verifyFigures } from '../../register/verify/verifyFigures'
import { defineCommand } from '../command'
import { withSession } from '../withSession'

export const command = defineCommand({
  name: 'verify',
  arguments: [],
  options: { period: { type: 'text', required: true } },
  run: (call) => withSession(call, async ({ store, columns }) => verifyFigures(store, await columns.current(), call.options.period)),
  print: ({ indicators }) => indicators.map(({ label, ok, differences }) =>
    t(ok ? 'verify.same' : 'verify.differs', { indicator: label, rows: differences.map(({ row, fast, plain }) => `${row} ${fast}/${plain}`).join('、') })).join('\n'),
})
