import type { StatedValues } from '../../../../shared/domain/merging/statement'
import { parsePctApplication } from '../../../../shared/domain/patents/patentPublication'
import { withoutPlaceholder, type RowReader } from '../sheet/rowReader'
import { readExportedFields } from './exportedFields'
import type { KindJudgeFactory, RowStatement, SheetContext } from './kindJudge'
import { readOwnerPlace, readOwners } from '../owners/ownerPlace'
import { noteAhead } from './noteAhead'
import { put } from './put'
import { readUnitCode } from '../owners/unitOfRow'

/** PCT filings, counted by receiving date and first applicant's address (domain.md 2.4). */
export const judgePct: KindJudgeFactory = (context) => ({
  recordKind: 'pct',
  sourceClass: 'official',
  keyFields: ['pctNumber'],
  read: (reader) => readPct(reader, context),
})

function readPct(reader: RowReader, context: SheetContext): RowStatement[] {
  const raw = withoutPlaceholder(reader.key('pctNumber'))
  if (reader.faults.length > 0) return []
  if (raw === null) {
    reader.fault('pctNumber', 'missing_key', { isKey: true })
    return []
  }
  const number = parsePctApplication(raw)
  if (!number.ok) {
    reader.fault('pctNumber', number.code, { isKey: true })
    return []
  }
  if (number.year > Number(context.today.slice(0, 4))) {
    reader.fault('pctNumber', 'bad_year', { isKey: true })
    return []
  }
  const values: StatedValues = { ...readExportedFields(reader, 'pct'), pctNumber: number.value }
  put(values, 'receivedOn', reader.date('receivedOn'))
  noteAhead(reader, 'receivedOn', values.receivedOn, context.today)
  put(values, 'title', reader.text('title'))
  const { names, firstAddress } = readOwners(reader, 'applicants')
  if (names.length > 0) values.applicants = names
  put(values, 'ownerUscc', readUnitCode(reader))
  put(values, 'ownerPlace', readOwnerPlace(reader, context, names[0] ?? null, firstAddress))
  put(values, 'ownerAddress', reader.text('address') ?? firstAddress)
  return [{ key: number.value, values }]
}
