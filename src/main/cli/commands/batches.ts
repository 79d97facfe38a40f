import { succeed } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import { batchAnswers } from '../../register/batchAnswers'
import { defineCommand } from '../command'
import { textTable } from '../textTable'
import { withSession } from '../withSession'

export const batches = defineCommand({
  name: 'batches',
  arguments: [],
  options: {},
  run: (call) => withSession(call, async ({ store }) => succeed(await batchAnswers(store))),
  print(answer) {
    if (answer.length === 0) return t('cli.nothing')
    const header = [t('batches.batch'), t('batches.file'), t('batches.kind'), t('batches.at'), t('batches.operator'), t('batches.state')]
    const rows = answer.map(({ batch, file, kind, at, operator, state }) => [batch, file, kind, at, operator, t(`batches.${state}`)])
    return `${textTable(header, rows)}\n${t('cli.total', { total: answer.length })}`
  },
})
