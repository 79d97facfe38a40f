import { earliestDay } from '../../../../shared/domain/dates/dates'
import type { StatedValue } from '../../../../shared/domain/merging/statement'
import type { RowReader } from '../sheet/rowReader'

/** Says where the day of something that has happened is yet to come: it counts in no figure until then. */
export function noteAhead(reader: RowReader, field: string, value: StatedValue | undefined, today: string): void {
  if (typeof value === 'string' && earliestDay(value) > today) reader.noticeShown(field, 'date_ahead')
}
