import { Button, Select } from 'antd'
import { useEffect, useId, useRef, useState } from 'react'
import { listDefinitions } from '../../../../shared/domain/catalogue/listFields'
import { formOf, type FormField } from '../../../../shared/domain/catalogue/recordForms'
import { t } from '../../../../shared/text/t'
import { usePlaces } from '../../../bridge/usePlaces'
import { inOwnDialog } from '../../../components/form/inOwnDialog'
import { FieldInput } from '../panel/FieldInput'
import type { RecordView } from '../recordViews'
import './blocks.css'

interface Props {
  view: RecordView
  /** Which records: “选中的 300 件”. */
  subject: string
  onPreview(field: string, text: string): void
  onClose(): void
}

/** One field of many records set to one value: which field, which value, then the preview. */
export function BatchForm({ view, subject, onPreview, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [titleId, fieldId, valueId] = [useId(), useId(), useId()]
  const places = usePlaces()
  const fields = batchFields(view)
  const [name, setName] = useState(fields.find(({ control }) => control === 'choice')?.name ?? fields[0]?.name ?? '')
  const [text, setText] = useState('')
  const field = fields.find((known) => known.name === name)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="question" aria-labelledby={titleId} onCancel={onClose} onKeyDown={(event) => event.stopPropagation()}>
      <h1 id={titleId}>{t('block.batch')}</h1>
      <p className="secondary">{subject}</p>
      <div className="batch-form">
        <label className="secondary" htmlFor={fieldId}>{t('block.field')}</label>
        <Select
          id={fieldId} showSearch={{ optionFilterProp: 'label' }} value={name} options={fields.map(({ name: value, label }) => ({ value, label }))} getPopupContainer={inOwnDialog}
          onChange={(value: string) => { setName(value); setText('') }}
        />
        <label className="secondary" htmlFor={valueId}>{t('block.value')}</label>
        {field === undefined ? null : <FieldInput key={name} id={valueId} field={{ ...field, label: t('block.value') }} text={text} places={places} isWrong={false} onChange={setText} onDone={setText} onCancel={onClose} />}
      </div>
      <p className="secondary">{field?.isRequired ? '' : t('block.emptyValue')}</p>
      <div className="question-answers">
        <Button onClick={onClose}>{t('block.cancel')}</Button>
        <Button type="primary" disabled={field === undefined || (field.isRequired && text.trim() === '')} onClick={() => onPreview(name, text)}>{t('block.preview')}</Button>
      </div>
    </dialog>
  )
}

/** What many records can have alike: no number that names one, no list of names. */
function batchFields(view: RecordView): FormField[] {
  return formOf(listDefinitions[view.kind].record).flatMap(({ fields }) => fields).filter(({ isFixed, control }) => !isFixed && control !== 'lines')
}
