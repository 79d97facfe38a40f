import { t } from '../../../shared/text/t'
import { createCounting } from '../../register/counting'
import { defineCommand } from '../command'
import { withSession } from '../withSession'

export const compare = defineCommand({
  name: 'compare',
  arguments: [{ name: 'kind', choices: ['high_value'] }],
  options: { 'as-of': { type: 'date', required: true } },
  run: (call) => withSession(call, async ({ store }) => (await createCounting(store)).compareHighValue(call.options['as-of'])),
  print({ listed, own, ownButNotListed, listedButNotOwn }) {
    return [
      t('compare.counts', { listed, own }),
      t('compare.ownButNotListed', { count: ownButNotListed.length, numbers: ownButNotListed.join('、') }),
      t('compare.listedButNotOwn', { count: listedButNotOwn.length, numbers: listedButNotOwn.join('、') }),
    ].join('\n')
  },
})
