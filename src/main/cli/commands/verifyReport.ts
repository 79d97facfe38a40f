import { foundInWords } from '../../../shared/text/differenceText'
import { t } from '../../../shared/text/t'
import { verifyReport } from '../../register/freezing/verifyReport'
import { defineCommand } from '../command'
import { withSession } from '../withSession'

export const command = defineCommand({
  name: 'verify-report',
  arguments: [{ name: 'file' }],
  options: {},
  run: (call) => withSession(call, ({ store }) => verifyReport(store, call.arguments[0] ?? '')),
  print: ({ file, state, isResaved, differences, doubt }) => [
    `${t(`verifyReport.${state}`, { file })}${isResaved ? t('verifyReport.resaved') : ''}${doubt ? t(`verifyReport.doubt.${doubt}`) : ''}`,
    ...differences.map(({ sheet, cell, written, found }) => t('verifyReport.difference', { sheet, cell, written: written ?? '', found: foundInWords(found) })),
  ].join('\n'),
})
