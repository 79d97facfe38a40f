import { AutoComplete, Input } from 'antd'
import { useState, type KeyboardEvent } from 'react'
import { choices } from '../../../../shared/domain/catalogue/choices'
import type { FormField } from '../../../../shared/domain/catalogue/recordForms'
import { named } from '../../../../shared/text/named'
import { inOwnDialog } from '../../../components/form/inOwnDialog'
import { TagInput } from './TagInput'

interface Props {
  id: string
  field: FormField
  text: string
  places: readonly string[]
  isWrong: boolean
  onChange(text: string): void
  /** Enter in a field of one line, Ctrl+Enter in one of several, or a choice taken from the list. */
  onDone(text: string): void
  onCancel(): void
  onLeave?(): void
}

/** A field as text to be typed: always an input, so that the first key of an input method arrives in it. */
export function FieldInput({ id, field, text, places, isWrong, onChange, onDone, onCancel, onLeave }: Props) {
  const isTall = field.control === 'lines'
  const [isListOpen, setListOpen] = useState(false)
  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter belongs to the input method while a word is composed, and to the list while it is open.
    if (event.nativeEvent.isComposing || isListOpen) return
    if (event.key === 'Escape') onCancel()
    else if (event.key === 'Enter' && (!isTall || event.ctrlKey)) onDone(text)
    else return
    event.stopPropagation()
    if (isTall) event.preventDefault()
  }
  const shared = {
    id, className: 'field-input', 'aria-label': named(field.label), 'aria-invalid': isWrong, status: isWrong ? ('error' as const) : ('' as const),
    ...(onLeave === undefined ? {} : { onBlur: onLeave }),
  }
  if (field.control === 'tags') return <TagInput id={id} label={named(field.label)} text={text} isWrong={isWrong} onChange={onDone} />
  const options = optionsOf(field, places)
  if (options.length > 0) {
    const isUntouched = options.includes(text)
    return (
      <AutoComplete
        {...shared} value={named(text)} options={options.map(named).map((value) => ({ value }))} popupMatchSelectWidth={false} defaultActiveFirstOption={false} onOpenChange={setListOpen} getPopupContainer={inOwnDialog}
        onChange={(value: string) => onChange(wordOf(options, value))} onSelect={(value: string) => onDone(wordOf(options, value))} onInputKeyDown={onKeyDown}
        showSearch={{ filterOption: (input, option) => isUntouched || (option?.value ?? '').includes(input) }}
      />
    )
  }
  if (isTall || field.control === 'list' || field.control === 'text') {
    return <Input.TextArea {...shared} rows={1} value={text} onChange={(event) => onChange(isTall ? event.target.value : event.target.value.replaceAll('\n', ''))} onKeyDown={onKeyDown} />
  }
  return <Input {...shared} value={text} onChange={(event) => onChange(event.target.value)} onKeyDown={onKeyDown} />
}

function optionsOf({ control, choices: set, words }: FormField, places: readonly string[]): readonly string[] {
  if (set !== undefined) return choices[set].map(({ label }) => label)
  if (words !== undefined) return words
  if (control === 'flag') return choices.flag.map(({ label }) => label)
  return control === 'place' ? places : []
}

/** The catalogue's word behind one that was chosen in the language of the window. */
function wordOf(options: readonly string[], shown: string): string {
  return options.find((option) => named(option) === shown) ?? shown
}
