import { listNameOf } from '../../../shared/domain/catalogue/listFields'
import { succeed } from '../../../shared/domain/result'
import { recordKinds, type RecordKind } from '../../../shared/domain/catalogue/fields'
import { t } from '../../../shared/text/t'
import { salvage } from '../../register/backup/restore/salvage'
import { defineCommand } from '../command'
import { textTable } from '../textTable'

export const command = defineCommand({
  name: 'salvage',
  arguments: [{ name: 'file' }],
  options: { out: { type: 'text', required: true } },
  async run(call) {
    const [damaged = ''] = call.arguments
    const saved = await salvage(damaged, call.options.out, { at: call.global.now(), operator: call.global.operator ?? '' })
    if (!saved.ok) return saved
    const { records, lost, doubts, isIncomplete, missingFiles, list } = saved.value
    return succeed({
      file: call.options.out,
      records: byList(records),
      lost: lost.map(({ kind, id, key, why }) => ({ kind: listNameOf[kind], id, key, why })),
      doubts, isIncomplete, missingFiles, list,
    })
  },
  print({ file, records, lost, doubts, isIncomplete }) {
    const count = Object.values(records).reduce((sum, part) => sum + part, 0)
    const lines = [t('salvage.done', { file, count })]
    if (isIncomplete) lines.push(t('salvage.incomplete'))
    if (lost.length > 0) lines.push(t('salvage.lost', { count: lost.length }), textTable([t('batches.kind'), t('salvage.key'), t('salvage.why')], lost.map(({ kind, id, key, why }) => [kind, key ?? String(id), t(`salvage.why.${why}`)])))
    if (doubts.length > 0) lines.push(t('salvage.doubts', { count: doubts.length }), textTable([t('check.problem'), t('check.subject')], doubts.map(({ problem, subject }) => [t(`problem.${problem}`), subject])))
    if (lost.length === 0 && doubts.length === 0 && !isIncomplete) lines.push(t('salvage.whole'))
    return lines.join('\n')
  },
})

/** Kinds that one list speaks of are counted together. */
function byList(records: Readonly<Partial<Record<RecordKind, number>>>): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const kind of recordKinds) {
    const count = records[kind]
    if (count !== undefined) counts[listNameOf[kind]] = (counts[listNameOf[kind]] ?? 0) + count
  }
  return counts
}
