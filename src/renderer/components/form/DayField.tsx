import { CalendarOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useRef, useState } from 'react'
import { isIsoDay, parseDate } from '../../../shared/domain/dates/dates'
import { t } from '../../../shared/text/t'
import './form.css'

interface Props {
  label: string
  /** `YYYY-MM-DD`; empty for none. */
  value: string
  /** Hears of whole days, and of none. */
  onChange(day: string): void
}

/**
 * A day, written as everywhere in the program, whatever the system's own way is: the browser's date field would follow
 * that. Other ways of writing are taken when the field is left; a calendar can be opened beside it.
 */
export function DayField({ label, value, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const calendar = useRef<HTMLInputElement>(null)
  const text = typed ?? value
  const day = text === '' ? '' : wholeDay(text)
  const enter = (entered: string): void => {
    setTyped(entered)
    if (entered === '' || isIsoDay(entered)) onChange(entered)
  }
  const leave = (): void => {
    if (day === null) return
    if (day !== value) onChange(day)
    setTyped(null)
  }
  const choose = (chosen: string): void => {
    setTyped(null)
    onChange(chosen)
  }
  return (
    <span className="day-field">
      <Input
        aria-label={label} title={day === null ? t('day.wrong') : label} placeholder={t('day.example')} value={text} {...(day === null ? { status: 'error' as const } : {})}
        onChange={(event) => enter(event.target.value.trim())} onBlur={leave} onPressEnter={leave}
        suffix={<button type="button" className="plain day-button" title={t('day.choose')} aria-label={t('day.chooseFor', { label })} onClick={() => calendar.current?.showPicker()}><CalendarOutlined /></button>}
      />
      <input ref={calendar} type="date" className="day-calendar" tabIndex={-1} aria-hidden="true" value={value} onChange={(event) => choose(event.target.value)} />
    </span>
  )
}

/** null for what is no whole day. */
function wholeDay(text: string): string | null {
  const date = parseDate(text)
  return date.ok && date.precision === 'day' ? date.value : null
}
