import { dayNumberOf, daysInMonth, isoOf, isoOfDayNumber, twoDigits } from '../../../../shared/domain/dates/calendar'

/** The text at a place of a series whose source stands at 0, 1, 2 …; places before it are negative. */
export type Series = (place: number) => string

/**
 * How a spreadsheet goes on with the cells that a handle is drawn from: two and more numbers, days, months or years with the
 * same step between them. A single one, and whatever else, is repeated.
 */
export function seriesOf(texts: readonly string[]): Series | null {
  if (texts.length < 2) return null
  return monthSeries(texts) ?? daySeries(texts) ?? numberSeries(texts)
}

function numberSeries(texts: readonly string[]): Series | null {
  if (!texts.every((text) => /^-?(?:0|[1-9]\d{0,8})$/u.test(text))) return null
  const start = Number(texts[0])
  const step = stepOf(texts.map(Number))
  return step === null ? null : (place) => String(start + step * place)
}

function daySeries(texts: readonly string[]): Series | null {
  if (!texts.every(isDay)) return null
  const days = texts.map(dayNumberOf)
  const step = stepOf(days)
  return step === null ? null : (place) => isoOfDayNumber((days[0] ?? 0) + step * place)
}

/** Months, or the same day of each; a month that has no such day gives its last one. */
function monthSeries(texts: readonly string[]): Series | null {
  const day = (texts[0] ?? '').slice('yyyy-mm'.length)
  if (!texts.every((text) => (isDay(text) || /^\d{4}-\d{2}$/u.test(text)) && text.slice('yyyy-mm'.length) === day)) return null
  const months = texts.map((text) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1)
  const step = stepOf(months)
  if (step === null) return null
  return (place) => {
    const month = (months[0] ?? 0) + step * place
    const [year, ofYear] = [Math.floor(month / 12), (month % 12) + 1]
    return day === '' ? `${String(year).padStart(4, '0')}-${twoDigits(ofYear)}` : isoOf(year, ofYear, Math.min(Number(day.slice(1)), daysInMonth(year, ofYear)))
  }
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(text)
}

/** The step between neighbours, the same throughout and not none. */
function stepOf(values: readonly number[]): number | null {
  const step = (values[1] ?? 0) - (values[0] ?? 0)
  return step !== 0 && values.every((value, at) => at === 0 || value - (values[at - 1] ?? 0) === step) ? step : null
}
