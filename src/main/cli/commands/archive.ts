import { t } from '../../../shared/text/t'
import { archivePeriod } from '../../register/freezing/archivePeriod'
import { defineCommand } from '../command'
import { withSession } from '../withSession'

export const command = defineCommand({
  name: 'archive',
  arguments: [],
  options: { period: { type: 'text', required: true }, out: { type: 'text', required: true } },
  run: (call) => withSession(call, ({ store }) => archivePeriod(store, call.options.period, call.options.out)),
  print: ({ folder, files }) => t('archive.done', { folder, count: files.length }),
})
