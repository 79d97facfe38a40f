import type { ListKind } from '../../../shared/domain/catalogue/listFields'
import { t } from '../../../shared/text/t'
import type { SetField } from '../../register/records/edit/editFields'
import type { PlacedChangeEntry } from '../../register/records/shown/recordHistory'
import { textTable } from '../textTable'

export function printSet({ key, fields }: { key: string; fields: readonly SetField[] }): string {
  if (fields.length === 0) return t('set.same', { key })
  const rows = fields.map(({ label, before, after }) => [label, before, after])
  return `${t('set.done', { key })}\n${textTable([t('history.field'), t('history.before'), t('history.after')], rows)}`
}

export interface PrintedHistory {
  kind: ListKind
  key: string
  isDeleted: boolean
  entries: readonly (Omit<PlacedChangeEntry, 'at'> & { at: string })[]
}

export function printHistory({ entries }: PrintedHistory): string {
  const rows = entries.flatMap(({ sequence, at, operator, change, reason, rows: places, fields, attachments }) => {
    const head = [sequence, at.slice(0, 16).replace('T', ' '), operator, t(change === 'inserted' && reason === 'restore' ? 'get.returned' : `get.${change}`)]
    const lines = [...places.map(({ file, sheet, row }) => [`${file} ${sheet ?? ''} ${t('cli.place.row', { row })}`, '', '']), ...fields.map(({ label, before, after }) => [label, before, after]), ...attachmentLines(attachments)]
    const [first = ['', '', ''], ...more] = lines
    return [[...head, ...first], ...more.map((line) => ['', '', '', '', ...line])]
  })
  return textTable([t('history.sequence'), t('batches.at'), t('batches.operator'), '', t('history.fieldOrFile'), t('history.before'), t('history.after')], rows)
}

/** Files that came stand under what became, those that went under what was. */
function attachmentLines({ added, removed, noted }: PlacedChangeEntry['attachments']): string[][] {
  return [
    ...added.map((file) => [t('attachment.historyAdded'), '', file]),
    ...removed.map((file) => [t('attachment.historyRemoved'), file, '']),
    ...noted.map(({ file, before, after }) => [`${t('attachment.historyNoted')} ${file}`, before, after]),
  ]
}
