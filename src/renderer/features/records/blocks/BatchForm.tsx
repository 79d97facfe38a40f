import { Button, Select } from 'antd'
import { useId, useState } from 'react'
import type { BlockRequest } from '../../../../shared/bridge/blocks'
import { listDefinitions } from '../../../../shared/domain/catalogue/listFields'
import { formOf, type FormField } from '../../../../shared/domain/catalogue/recordForms'
import { t } from '../../../../shared/text/t'
import { named } from '../../../../shared/text/named'
import { usePlaces } from '../../../bridge/usePlaces'
import { ModalDialog } from '../../../components/feedback/ModalDialog'
import { inOwnDialog } from '../../../components/form/inOwnDialog'
import { FieldInput } from '../panel/FieldInput'
import type { RecordView } from '../recordViews'
import './blocks.css'

interface Props {
  view: RecordView
  /** Which records: “选中的 300 件”. */
  subject: string
  /** Begins with tags to come. */
  isTags: boolean
  onPreview(change: BatchChange): void
  onClose(): void
}

/** What is to become of a field: set to a text, or tags of the text that come or go. */
export interface BatchChange { field: string; text: string; how: NonNullable<BlockRequest['how']> }

interface Choice { value: string; label: string; field: FormField; how: BatchChange['how'] }

/** One field of many records set to one value, or tags put on them or taken off: which, then the preview. */
export function BatchForm({ view, subject, isTags, onPreview, onClose }: Props) {
  const [fieldId, valueId] = [useId(), useId()]
  const places = usePlaces()
  const choices = batchChoices(view)
  const [chosen, setChosen] = useState((isTags ? choices.find(({ how }) => how === 'add') : choices.find(({ field: { control } }) => control === 'choice') ?? choices.find(({ field: { control } }) => control === 'place') ?? choices[0])?.value ?? '')
  const [text, setText] = useState('')
  const choice = choices.find(({ value }) => value === chosen)
  const field = choice?.field
  const isNeeded = field?.isRequired === true || field?.control === 'tags'
  return (
    <ModalDialog title={t('block.batch')} onLeave={onClose}>
      <p className="secondary">{subject}</p>
      <div className="batch-form">
        <label className="secondary" htmlFor={fieldId}>{t('block.field')}</label>
        <Select
          id={fieldId} showSearch={{ optionFilterProp: 'label' }} value={chosen} options={choices.map(({ value, label }) => ({ value, label }))} notFoundContent={t('block.noField')} getPopupContainer={inOwnDialog}
          onChange={(value: string) => { setChosen(value); setText('') }}
        />
        <label className="secondary" htmlFor={valueId}>{t(field?.control === 'tags' ? 'tags.field' : 'block.value')}</label>
        {field === undefined ? null : <FieldInput key={chosen} id={valueId} field={{ ...field, label: t(field.control === 'tags' ? 'tags.field' : 'block.value') }} text={text} places={places} isWrong={false} onChange={setText} onDone={setText} onCancel={onClose} />}
      </div>
      <p className="secondary">{isNeeded ? '' : t('block.emptyValue')}</p>
      <div className="question-answers">
        <Button onClick={onClose}>{t('block.cancel')}</Button>
        <Button type="primary" disabled={choice === undefined || (isNeeded && text.trim() === '')} onClick={() => { if (choice !== undefined) onPreview({ field: choice.field.name, text, how: choice.how }) }}>{t('block.preview')}</Button>
      </div>
    </ModalDialog>
  )
}

/** What many records can have alike: no number that names one, no list of names. Tags come and go beside those that are there. */
function batchChoices(view: RecordView): Choice[] {
  const fields = formOf(listDefinitions[view.kind].record).flatMap((group) => group.fields).filter(({ isFixed, control }) => !isFixed && control !== 'lines')
  return fields.flatMap((field): Choice[] => (field.control === 'tags'
    ? [{ value: '+', label: t('tags.add'), field, how: 'add' }, { value: '-', label: t('tags.remove'), field, how: 'remove' }]
    : [{ value: field.name, label: named(field.label), field, how: 'set' }]))
}
