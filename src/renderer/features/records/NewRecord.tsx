import { Button } from 'antd'
import { useId, useState } from 'react'
import type { RecordChange } from '../../../shared/bridge/records'
import { listDefinitions } from '../../../shared/domain/catalogue/listFields'
import { formOf, type FormField } from '../../../shared/domain/catalogue/recordForms'
import type { Failure } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import { named } from '../../../shared/text/named'
import { fieldFailureText, proposalsOf } from '../../bridge/fieldFailureText'
import { usePlaces } from '../../bridge/usePlaces'
import { OpenedPanel } from '../../components/panels/OpenedPanel'
import { FieldInput } from './panel/FieldInput'
import type { RecordView } from './recordViews'
import type { RecordChanges } from './useRecordChanges'

interface Props {
  view: RecordView
  width: number
  changes: RecordChanges
  onCreated(change: RecordChange): void
  onClose(): void
}

/** The form of a new record, in place of the record panel; what is wrong stands beside each field. */
export function NewRecord({ view, width, changes, onCreated, onClose }: Props) {
  const [texts, setTexts] = useState<Record<string, string>>({})
  const [failures, setFailures] = useState<readonly Failure[]>([])
  const places = usePlaces()

  async function create(): Promise<void> {
    const result = await changes.create(texts)
    if (result.ok) {
      onCreated(result.value)
      return
    }
    const all = result.details?.['failures']
    setFailures(Array.isArray(all) ? (all as Failure[]) : [result]) // as createRecord gives them
  }

  const failureOf = (name: string): Failure | undefined => failures.find(({ at }) => at?.field === name)
  const elsewhere = failures.find(({ at }) => at?.field === undefined)
  const change = (name: string, text: string): void => {
    setTexts((before) => ({ ...before, [name]: text }))
    setFailures((before) => before.filter(({ at }) => at?.field !== name))
  }
  return (
    <OpenedPanel className="record" title={t('records.newTitle', { name: view.name })} width={width} onClose={onClose}>
      {formOf(listDefinitions[view.kind].record).map(({ title, fields }) => (
        <section key={title} aria-label={named(title)}>
          <h2>{named(title)}</h2>
          {fields.map((field) => (
            <NewField key={field.name} field={field} text={texts[field.name] ?? ''} places={places} failure={failureOf(field.name) ?? null} onChange={(text) => change(field.name, text)} onDone={() => void create()} onCancel={onClose} />
          ))}
        </section>
      ))}
      <footer>
        {elsewhere === undefined ? null : <p className="field-failure" role="alert">{fieldFailureText(elsewhere)}</p>}
        <Button type="primary" onClick={() => void create()}>{t('records.store')}</Button>
        <Button type="text" onClick={onClose}>{t('record.cancel')}</Button>
      </footer>
    </OpenedPanel>
  )
}

interface FieldProps {
  field: FormField
  text: string
  places: readonly string[]
  failure: Failure | null
  onChange(text: string): void
  onDone(): void
  onCancel(): void
}

function NewField({ field, text, places, failure, onChange, onDone, onCancel }: FieldProps) {
  const id = useId()
  // Taking a value from a list fills the field; only Enter stores the whole form.
  const done = (wanted: string): void => (wanted === text ? onDone() : onChange(wanted))
  return (
    <div className="field-row is-form">
      <label className="secondary" htmlFor={id} title={named(field.label)}>
        {named(field.label)}
        {field.isRequired ? <span className="field-required">{t('records.required')}</span> : null}
      </label>
      <div className="field-value">
        <FieldInput id={id} field={field} text={text} places={places} isWrong={failure !== null} onChange={onChange} onDone={done} onCancel={onCancel} />
        {failure === null ? null : (
          <div className="field-failure" role="alert">
            {fieldFailureText(failure)}
            <span className="field-proposals">
              {proposalsOf(failure).map((proposal) => <Button key={proposal} size="small" onClick={() => onChange(proposal)}>{t('records.changeTo', { value: proposal })}</Button>)}
            </span>
          </div>
        )}
      </div>
    </div>
  )
}
