import { parseDraftingUnits } from '../../../../shared/domain/standards/draftingUnits'
import type { StatedValues } from '../../../../shared/domain/merging/statement'
import { parsePctApplication } from '../../../../shared/domain/patents/patentPublication'
import { parseUscc } from '../../../../shared/domain/units/uscc'
import { withoutPlaceholder, type RowReader } from '../sheet/rowReader'
import { readExportedFields } from './exportedFields'
import type { KindJudgeFactory, RowStatement, SheetContext } from './kindJudge'
import { readOwnerPlace } from './ownerPlace'

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
  const values: StatedValues = { ...readExportedFields(reader, 'pct'), pctNumber: number.value }
  const received = reader.date('receivedOn')
  if (received !== null) values.receivedOn = received
  const title = reader.text('title')
  if (title !== null) values.title = title
  const applicants = reader.lines('applicants')
  const { units: names, firstAddress = null } = applicants === null ? { units: [] } : parseDraftingUnits(applicants)
  if (names.length > 0) values.applicants = names
  const code = reader.text('uscc')
  const uscc = code === null ? null : parseUscc(code.split(/[;；|、,]/u)[0]?.trim() ?? '')
  if (uscc?.ok) values.ownerUscc = uscc.value
  else if (code !== null) reader.notice('uscc', 'bad_text_value', code)
  const place = readOwnerPlace(reader, context, names[0] ?? null, firstAddress)
  if (place !== null) values.ownerPlace = place
  const address = reader.text('address') ?? firstAddress
  if (address !== null) values.ownerAddress = address
  return [{ key: number.value, values }]
}
