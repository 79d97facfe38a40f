import { patentTerm } from '../../../../shared/domain/counting/patentTerm'
import { addMonths, earliestDay } from '../../../../shared/domain/dates/dates'
import type { StatedValues } from '../../../../shared/domain/merging/statement'
import { readLegalStatus, type LegalStatus } from '../../../../shared/domain/patents/legalStatus'
import { typeOfApplicationNumber } from '../../../../shared/domain/patents/patentNumber'
import type { RowReader } from '../sheet/rowReader'
import { cellText, isBlankCell } from '../table/cellText'
import { tickOf } from '../table/tickMark'
import { saidOfAll } from '../table/titleFacts'
import type { SheetContext } from './kindJudge'
import { put } from './put'

/** Whether a title says that its patents have lapsed. */
function sayLapsed(words: string): true | 'both' | null {
  return /将|拟|预警|恢复|有效(?!期)/u.test(words) ? 'both' : /失效|终止/u.test(words) ? true : null
}

/** 有效性 and status words; 失效日 of a live patent is only its expected end and is not taken (samples/README, 13). */
export function readStatus(reader: RowReader, context: SheetContext, values: StatedValues, number: string | null): void {
  const validity = readValidity(reader)
  const words = reader.text('legalStatus')
  const fromWords = words === null ? null : readLegalStatus(words)
  const said = validity ?? fromWords?.status ?? null
  const lapse = readLapse(reader, context, values.filedOn, number)
  // A list of what lapsed says so in its title, and a day that is past has come, where no word says that the patent lives.
  const status = said ?? (saidOfAll(context.title, sayLapsed) === true || (lapse !== null && lapse <= context.today) ? 'invalid' : null)
  put(values, 'statedStatus', status)
  const event = fromWords?.event ?? null
  put(values, 'legalEvent', words !== null && fromWords?.status === null ? words : event)
  if (words !== null && fromWords?.status === null && validity === null) reader.notice('legalStatus', 'event_not_status', words)
  // Of one that has lapsed a day to come is where its term would have ended.
  if (status === 'invalid' && lapse !== null && earliestDay(lapse) <= context.today) values.lapsedOn = lapse
  if (status !== null && context.statusDate !== null) values._asOf = context.statusDate
  if (said !== null && said === fromWords?.status) put(values, '_statusOn', reader.date('legalStatusDate'))
}

/** A column 有效性 in words, or one that asks 是否有效. */
function readValidity(reader: RowReader): LegalStatus['status'] {
  const text = reader.text('validity')
  if (text === null) return null
  const heading = reader.heading('validity')
  const answer = heading.startsWith('是否') ? tickOf(text) : null
  return answer === null ? readLegalStatus(text).status : answer === !/失效|终止/u.test(heading) ? 'valid' : 'invalid'
}

/** What ends before the term of the patent is over and is called 到期日 is the time for the next fee, unless the list is one of what lapses. */
function readLapse(reader: RowReader, { title }: SheetContext, filedOn: StatedValues[string], number: string | null): string | null {
  const day = reader.dateOfEvent('lapseDate')
  if (day === null || number === null || /失效|终止/u.test(title.title) || !/到期|届满|期满/u.test(reader.heading('lapseDate'))) return day
  const type = typeOfApplicationNumber(number)
  const begun = typeof filedOn === 'string' ? earliestDay(filedOn) : /^\d{12}/u.test(number) ? `${number.slice(0, 4)}-01-01` : null
  if (type === null || begun === null || earliestDay(day) >= addMonths(patentTerm(type, begun).terminatesOn, -1)) return day
  if (!isBlankCell(reader.cell('lapseDate'))) reader.notice('lapseDate', 'bad_text_value', cellText(reader.cell('lapseDate')))
  return null
}
