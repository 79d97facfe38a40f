import type { RecordChange } from '../../shared/bridge/records'
import type { UnitWords } from '../../shared/bridge/units'
import { listed, t } from '../../shared/text/t'
import { locale } from '../../shared/text/language'
import { keyText } from './keyText'

/** What a change did, for the line that offers to undo it. */
export function changeText(change: RecordChange): string {
  const { what, field, units, records = 1 } = change
  const key = keyText(change.key)
  if (units !== undefined) return t(what === 'redone' ? 'units.redone' : 'units.undone', { what: unitsText(units) })
  if (records > 1) {
    const many = manyText(change, records.toLocaleString(locale()))
    if (many !== null) return many
  }
  switch (what) {
    case 'edited': return t('records.saved', { field: field ?? key })
    case 'withdrawn': return t('records.withdrawn', { field: field ?? key })
    case 'created': return t('records.created', { key })
    case 'deleted': return t('records.deleted', { key })
    case 'restored': return t('records.restored', { key })
    case 'noted': return t('records.noted', { key })
    case 'attached': return t('attachment.added', { name: field ?? key })
    case 'detached': return t('attachment.removed', { name: field ?? key })
    case 'attachment_noted': return t('attachment.noted', { name: field ?? key })
    case 'told_apart': return t('twins.saidApart', { numbers: key })
    case 'together': return t('twins.saidTogether', { numbers: key })
    case 'undone': return t('records.undone', { key })
    case 'redone': return t('records.redone', { key })
  }
}

function manyText({ what, field }: RecordChange, count: string): string | null {
  switch (what) {
    case 'edited': return t('records.savedMany', { count, field: field ?? '' })
    case 'noted': return t('records.notedMany', { count })
    case 'deleted': return t('records.deletedMany', { count })
    case 'undone': return t('records.undoneMany', { count })
    case 'redone': return t('records.redoneMany', { count })
    default: return null
  }
}

/** What was done to units. */
export function unitsText({ what, unit, names, groups = 1 }: UnitWords): string {
  const said = { unit, names: listed(names) }
  switch (what) {
    case 'merged': return groups > 1 ? t('units.saidMergedAll', { count: groups }) : t('units.saidMerged', said)
    case 'split': return t('units.saidSplit', said)
    case 'told_apart': return t('units.saidApart', said)
    case 'together': return t('units.saidTogether', said)
  }
}
