import { standardStateOfWord, standardStateOn, type StandardState } from '../../../../shared/domain/counting/standardState'
import { earliestDay } from '../../../../shared/domain/dates/dates'
import type { StatedValues } from '../../../../shared/domain/merging/statement'
import type { StandardKind } from '../../../../shared/domain/standards/standardParts'
import type { RowReader } from '../sheet/rowReader'
import type { SheetContext } from './kindJudge'

const kindWords: readonly (readonly [RegExp, readonly StandardKind[]])[] = [
  [/国际/u, ['international']], [/国家|国标/u, ['national', 'national_health']], [/行业|行标/u, ['industry']],
  [/地方|地标/u, ['local_province', 'local_city']], [/团体|团标/u, ['group']], [/企业|企标/u, ['enterprise']],
]

/** Says where the kind in words is not the number's, by which the standard is counted (domain.md 1.1). */
export function sayKindConflict(reader: RowReader, kind: StandardKind): void {
  const text = reader.text('kind')
  const meant = text === null ? [] : kindWords.filter(([word]) => word.test(text)).flatMap(([, kinds]) => kinds)
  if (text !== null && meant.length > 0 && !meant.includes(kind)) reader.notice('kind', 'kind_conflict', text)
}

const stateWords: Readonly<Record<StandardState, string>> = { in_force: '现行', upcoming: '即将实施', abolished: '废止' }

/**
 * Says where the status in words is not the one by dates, which is counted (domain.md 1.4). What only time may have made
 * different since an undated list was printed is no conflict.
 */
export function sayStatusConflict(reader: RowReader, { statusDate, today }: SheetContext, values: StatedValues): void {
  const { statedStatus } = values
  const stated = typeof statedStatus === 'string' ? standardStateOfWord(statedStatus) : null
  if (stated === null || (statusDate === null && stated !== 'abolished')) return
  const byDates = standardStateOn({ publishedOn: dayOf(values.publishedOn), effectiveOn: dayOf(values.effectiveOn), abolishedOn: dayOf(values.abolishedOn) }, statusDate ?? today)
  if (byDates !== stated) reader.notice('status', 'status_conflict', stateWords[stated], stateWords[byDates])
}

/**
 * Says where a day is before what it follows: 发布 before the year of the number, 实施 before 发布. A bare number that would be such a
 * day is none: 20210 under 发布日期 is no 1955-05-01.
 */
export function sayDateConflict(reader: RowReader, year: number | undefined, { publishedOn, effectiveOn }: StatedValues): void {
  if (typeof publishedOn !== 'string') return
  if (year !== undefined && Number(publishedOn.slice(0, 4)) < year) {
    if (typeof reader.cell('publishedOn') === 'number') reader.fault('publishedOn', 'bad_date')
    else reader.notice(reader.has('publishedOn') ? 'publishedOn' : 'publishedAndEffective', 'date_before', publishedOn, String(year))
  }
  if (typeof effectiveOn === 'string' && effectiveOn < publishedOn.slice(0, effectiveOn.length)) reader.notice(reader.has('effectiveOn') ? 'effectiveOn' : 'publishedAndEffective', 'date_before', effectiveOn, publishedOn)
}

function dayOf(value: StatedValues[string]): string | null {
  return typeof value === 'string' ? earliestDay(value) : null
}
