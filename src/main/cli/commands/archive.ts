import { fontTexts } from '../../../shared/text/printText'
import { t } from '../../../shared/text/t'
import { archiveAsZip, archivePeriod } from '../../register/freezing/archivePeriod'
import { defineCommand } from '../command'
import { withSession } from '../withSession'

export const command = defineCommand({
  name: 'archive',
  arguments: [],
  options: { period: { type: 'text', required: true }, out: { type: 'text', required: true }, zip: { type: 'flag' } },
  run: (call) => withSession(call, (session) => (call.options.zip ? archiveAsZip : archivePeriod)(session, call.options.period, call.options.out)),
  print: ({ folder, zip, files, pdf }) => [t('archive.done', { folder: folder ?? zip ?? '', count: files.length }), ...(pdf ? fontTexts(pdf) : [t('print.archiveWithoutPdf')])].join('\n'),
})
