import { Button, Input } from 'antd'
import { useState, type ChangeEvent } from 'react'
import { dayRange, numberRange } from '../../../../shared/domain/search/writtenRange'
import { t } from '../../../../shared/text/t'
import type { ColumnFilterProps } from './columnFilterProps'
import { rangeOf, rangeText, withFilter, withoutField } from '../filters'
import { ValueList } from './ValueList'

const hints = {
  date: { known: 'records.dateHint', wrong: 'records.dateWrong' },
  number: { known: 'records.numberHint', wrong: 'records.numberWrong' },
} as const

/** From and to of dates and numbers; the periods asked for most are one click. */
export function RangeFilter({ isDate, ...props }: ColumnFilterProps & { isDate: boolean }) {
  const { field, filters, onChange, onClose } = props
  const filter = filters.find((known) => known.field === field)
  const known = rangeOf(filter)
  const [from, setFrom] = useState(known.from)
  const [to, setTo] = useState(known.to)
  const [periods] = useState(() => quickPeriods(new Date()))
  const [isWrong, setWrong] = useState(false)
  const apply = (text: string | null): void => {
    if (text !== null && (isDate ? dayRange(text) : numberRange(text)) === null) {
      setWrong(true)
      return
    }
    onChange(withFilter(filters, { field, values: text === null ? [] : [text] }))
    onClose()
  }
  const end = (value: string, set: (text: string) => void) => ({
    value, status: isWrong ? 'error' as const : undefined, onPressEnter: () => apply(rangeText(from, to)),
    onChange: (event: ChangeEvent<HTMLInputElement>) => {
      setWrong(false)
      set(event.target.value)
    },
  })
  return (
    <>
      <label>{t('records.from')}<Input {...end(from, setFrom)} /></label>
      <label>{t('records.to')}<Input {...end(to, setTo)} /></label>
      <p className={isWrong ? 'field-failure' : 'secondary'} role={isWrong ? 'alert' : undefined}>{t(hints[isDate ? 'date' : 'number'][isWrong ? 'wrong' : 'known'])}</p>
      {isDate ? (
        <div className="filter-quick">
          {periods.map(({ name, text }) => <Button key={name} size="small" type="text" onClick={() => apply(text)}>{name}</Button>)}
        </div>
      ) : null}
      <div className="filter-actions">
        <Button size="small" onClick={() => apply(rangeText(from, to))}>{t('records.applyFilter')}</Button>
        {filter === undefined ? null : <Button size="small" type="text" onClick={() => { onChange(withoutField(filters, field)); onClose() }}>{t('filter.clear')}</Button>}
      </div>
      {isDate ? null : <ValueList {...props} part="" />}
    </>
  )
}

function quarterBefore(now: Date): string {
  const before = new Date(now.getFullYear(), now.getMonth() - 3, 1)
  return `${before.getFullYear()}Q${Math.floor(before.getMonth() / 3) + 1}`
}

function quickPeriods(now: Date): { name: string; text: string }[] {
  const year = now.getFullYear()
  const month = (after: number): string => {
    const first = new Date(year, now.getMonth() + after, 1)
    return `${first.getFullYear()}-${String(first.getMonth() + 1).padStart(2, '0')}`
  }
  return [
    { name: t('filter.thisYear'), text: String(year) },
    { name: t('filter.lastYear'), text: String(year - 1) },
    { name: t('filter.lastMonth'), text: month(-1) },
    { name: t('filter.thisMonth'), text: month(0) },
    { name: t('filter.nextMonth'), text: month(1) },
    { name: t('filter.lastQuarter'), text: quarterBefore(now) },
  ]
}
