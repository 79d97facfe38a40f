import { listKinds } from '../../../shared/domain/catalogue/listFields'
import { succeed } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import { findEverywhere, foundKinds, type FoundGroup, type FoundHit, type MarkedText } from '../../register/search/findEverywhere'
import { defineCommand } from '../command'
import { textTable } from '../textTable'
import { withSession } from '../withSession'

/** Hits of each kind, where no limit is named. */
const shownHits = 20

export const command = defineCommand({
  name: 'search',
  arguments: [{ name: 'text' }],
  options: { kind: { type: 'choice', choices: listKinds }, limit: { type: 'whole', min: 0 } },
  run: (call) => withSession(call, async ({ hits }) => {
    const [text = ''] = call.arguments
    const { kind, limit = shownHits } = call.options
    const found = await findEverywhere(hits, { text, kinds: kind === undefined ? foundKinds : [kind], limit })
    return found.ok ? succeed({ text, total: found.value.reduce((sum, { count }) => sum + count, 0), groups: found.value.map(groupOf) }) : found
  }),
  print({ groups }) {
    if (groups.length === 0) return t('search.nothing')
    return groups.map(({ kind, total, hits }) => {
      const rows = hits.map(({ key, title, found }) => [key, title, found.filter(({ text }) => text !== key && text !== title).map(({ text }) => text)])
      return `${t('search.group', { kind: t(`kind.${kind}`), total })}\n${textTable([t('search.key'), t('search.title'), t('search.others')], rows)}`
    }).join('\n\n')
  },
})

function groupOf({ kind, count, hits }: FoundGroup) {
  return { kind, total: count, hits: hits.map(shownHit) }
}

/** Only texts in which something was found, with the ranges as [start, end). */
function shownHit({ key, title, others }: FoundHit) {
  const found = [key, title, ...others].filter(({ ranges }) => ranges.length > 0)
  return { key: key.text, title: title.text, found: found.map(placesOf) }
}

function placesOf({ field, label, text, ranges }: MarkedText) {
  return { field, label, text, ranges: ranges.map(({ start, end }) => [start, end]) }
}
