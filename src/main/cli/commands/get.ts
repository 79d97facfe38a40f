import { choiceLabel } from '../../../shared/domain/catalogue/choices'
import { listDefinitions, listField } from '../../../shared/domain/catalogue/listFields'
import type { Result } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import { recordDetails, type RecordDetails } from '../../register/records/shown/recordDetails'
import { defineCommand } from '../command'
import { findingIn, namedRecord, recordArguments } from '../namedRecord'
import { printAttachments } from '../print/printAttachments'
import { textTable } from '../textTable'
import { withSession } from '../withSession'

export const command = defineCommand({
  name: 'get',
  arguments: recordArguments,
  options: {},
  run: (call) => withSession(call, async (session): Promise<Result<RecordDetails>> => {
    const found = await namedRecord(findingIn(session, call.global.today), call)
    return found.ok ? recordDetails(session, found.value.list, found.value.id, call.global.today) : found
  }),
  print({ kind, cells, sources, history, attachments }) {
    const fields = listDefinitions[kind].fields.map(({ name, label }) => [label, readable(kind, name, cells[name])])
    const rows = sources.map(({ batch, file, sheet, row }) => [batch, file, sheet, t('cli.place.row', { row })])
    const entries = history.map(({ sequence, at, operator, change, old }) => [sequence, new Date(at).toISOString(), operator, t(`get.${change}`), Object.keys(old)])
    return [
      textTable(['', ''], fields),
      `${t('get.sources')}\n${textTable([t('batches.batch'), t('batches.file'), '', ''], rows)}`,
      ...(attachments.length === 0 ? [] : [`${t('attachment.title')}\n${printAttachments(attachments)}`]),
      `${t('get.history')}\n${textTable(['', t('batches.at'), t('batches.operator'), '', ''], entries)}`,
    ].join('\n\n')
  },
})

function readable(kind: RecordDetails['kind'], name: string, cell: RecordDetails['cells'][string] | undefined): unknown {
  const set = listField(kind, name)?.choices
  if (!set || cell === null || cell === undefined) return cell
  return Array.isArray(cell) ? cell.map((value) => choiceLabel(set, String(value))) : choiceLabel(set, String(cell))
}
