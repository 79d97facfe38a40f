import { resolve } from 'node:path'
import { fail, type Result } from '../../../shared/domain/result'
import { t, textOf } from '../../../shared/text/t'
import type { FilledList } from '../../../shared/bridge/units'
import { fillList } from '../../register/fillList/fillList'
import { defineCommand } from '../command'
import { withSession } from '../withSession'

export const command = defineCommand({
  name: 'fill-list',
  arguments: [{ name: 'file' }],
  options: { out: { type: 'text', required: true } },
  async run(call): Promise<Result<FilledList>> {
    const [file = ''] = call.arguments
    const { out } = call.options
    if (!/\.xlsx$/iu.test(out) || resolve(out) === resolve(file)) return fail('usage_bad_value', undefined, { option: '--out', value: out, expected: t('fillList.out') })
    return withSession(call, (session) => fillList(session, { file, out, today: call.global.today, creator: call.global.operator ?? '', at: call.global.now() }))
  },
  print: ({ out, how, sheets }) => [
    ...sheets.map(({ sheet, kind, lines, found, notFound, disagreeing }) => t('fillList.sheetDone', { sheet: sheet ?? '', kind: textOf(`units.kind.${kind}`), lines, found, notFound, disagreeing })),
    textOf(`fillList.${how}`, { out }),
  ].join('\n'),
})
