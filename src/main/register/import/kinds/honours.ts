import { scalarText, type StatedValues } from '../../../../shared/domain/merging/statement'
import { foldText, normaliseName } from '../../../../shared/domain/text'
import { parseUscc } from '../../../../shared/domain/uscc'
import type { RowReader } from '../rowReader'
import { readExportedFields } from './exportedFields'
import type { KindJudgeFactory, RowStatement, SheetContext } from './kindJudge'
import type { UnitDirectory } from '../unitDirectory'

/** Honours: one per recipient (or patent), honour, level and session (domain.md 5, report-forms.md F9). */
export const judgeHonours: KindJudgeFactory = (context) => ({
  recordKind: 'honour',
  sourceClass: 'official',
  keyFields: ['honour', 'recipient'],
  read: (reader) => readHonour(reader, context),
})

function readHonour(reader: RowReader, context: SheetContext): RowStatement[] {
  const values: StatedValues = readExportedFields(reader, 'honour')
  for (const field of ['honour', 'level', 'session', 'recipient', 'category', 'objectNumber', 'document', 'status'] as const) {
    const text = reader.text(field)
    if (text !== null) values[field] = text
  }
  const session = context.mapping.fields.has('session') ? null : sessionOf(context.title.title)
  if (session !== null) values.session = session
  const published = reader.date('publishedOn')
  if (published !== null) values.publishedOn = published
  readCode(reader, values)
  readDistrict(reader, context, values)
  const honour = values.honour
  const recipient = values.recipient
  const object = values.objectNumber
  if (typeof honour !== 'string') reader.fault('honour', 'missing_key', { isKey: true })
  else if (typeof recipient !== 'string' && typeof object !== 'string') reader.fault('recipient', 'missing_key', { isKey: true })
  else return [{ key: honourKey(values, context.units), values: { ...values, key: honourKey(values, context.units) } }]
  return []
}

/** A list of one session says in its title which: without it the same award of the next year would be the same record. */
function sessionOf(title: string): string | null {
  if (/(?:截至|截止|历年|历届|至今)/u.test(title)) return null
  const found = [...title.matchAll(/第[一二三四五六七八九十百\d]{1,4}[届批]|(?<!\d)(?:19|20)\d{2}年度?/gu)].map(([text]) => text)
  const sessions = new Set(found.filter((text) => text.startsWith('第')))
  const years = new Set(found.filter((text) => !text.startsWith('第')).map((text) => `${text.slice(0, 4)}年度`))
  const [named] = sessions.size > 0 ? sessions : years
  return (sessions.size || years.size) === 1 && !/(?:19|20)\d{2}\s*[-—~至]/u.test(title) ? (named ?? null) : null
}

/** A patent or standard identifies its award by number, an organisation by code, else by its unit or name. */
export function honourKey(values: StatedValues, units: Pick<UnitDirectory, 'resolve'>): string {
  const name = typeof values.recipient === 'string' ? values.recipient : ''
  const who = values.objectNumber ?? values.uscc ?? units.resolve(name)?.uscc ?? normaliseName(name)
  return [values.honour, values.level ?? '', values.session ?? '', who].map((part) => foldText(scalarText(part))).join('|')
}

function readCode(reader: RowReader, values: StatedValues): void {
  const raw = reader.identifier('uscc')
  if (raw === null) return
  const code = parseUscc(raw)
  if (code.ok) values.uscc = code.value
  else if (String(raw).trim() !== '' && !/^[-—/无]+$/u.test(String(raw).trim())) reader.notice('uscc', 'bad_text_value', String(raw))
}

function readDistrict(reader: RowReader, context: SheetContext, values: StatedValues): void {
  const text = reader.text('district')
  if (text === null) return
  const place = context.districts.resolve(text)
  const code = place.code ?? place.host
  if (code) values.district = code
  else reader.notice('district', 'bad_text_value', text)
}
