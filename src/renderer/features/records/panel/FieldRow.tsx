import { Button } from 'antd'
import { useId } from 'react'
import type { RecordDetail } from '../../../../shared/bridge/records'
import type { FormField } from '../../../../shared/domain/catalogue/recordForms'
import type { Result } from '../../../../shared/domain/result'
import { t } from '../../../../shared/text/t'
import { named } from '../../../../shared/text/named'
import { fieldFailureText, proposalsOf } from '../../../bridge/fieldFailureText'
import { FieldInput } from './FieldInput'
import { useFieldDraft } from './useFieldDraft'

interface Props {
  field: FormField
  value: RecordDetail['fields'][number]
  places: readonly string[]
  onStore(text: string, before: string): Promise<Result<string>>
  onWithdraw(): void
}

/** One field of the record: what is typed is stored when the field is left; what is wrong with it stands below. */
export function FieldRow({ field, value, places, onStore, onWithdraw }: Props) {
  const id = useId()
  const { text, isWaiting, failure, type, store, leave, reset } = useFieldDraft(value.text, onStore)

  // Tags are a person's word by nature: there is no other value to go back to.
  const isOverruled = value.isHand && field.control !== 'tags'
  // A tag is handed over as it is taken: what is still being stored can be undone like what is stored.
  const isDraft = isWaiting && (field.control !== 'tags' || failure !== null)
  if (field.isFixed) return <FixedRow field={field} text={value.text} />
  return (
    <div className={isOverruled ? 'field-row is-hand' : 'field-row'} data-draft={isDraft}>
      <label className="secondary" htmlFor={id} title={named(field.label)}>{named(field.label)}</label>
      <div className="field-value">
        <FieldInput
          id={id} field={field} text={text} places={places} isWrong={failure !== null} onChange={type} onDone={store} onCancel={reset} onLeave={leave}
        />
        {failure === null ? null : (
          <div className="field-failure" role="alert">
            {fieldFailureText(failure)}
            <span className="field-proposals">
              {proposalsOf(failure).map((proposal) => (
                <Button key={proposal} size="small" onClick={() => store(proposal)}>{t('records.changeTo', { value: proposal })}</Button>
              ))}
              <Button key="undo" size="small" type="text" onClick={reset}>{t('records.keepOld')}</Button>
            </span>
          </div>
        )}
        {isOverruled ? (
          <div className="field-source secondary">
            {t('records.sourceValue', { value: value.sourceText === '' || value.sourceText === null ? '—' : value.sourceText.replaceAll('\n', '、') })}
            <Button size="small" type="link" onClick={onWithdraw}>{t('records.takeSource')}</Button>
          </div>
        ) : null}
      </div>
    </div>
  )
}

/** What says which record it is can be read and copied, not changed. */
function FixedRow({ field, text }: { field: FormField; text: string }) {
  return (
    <div className="field-row">
      <span className="secondary" title={named(field.label)}>{named(field.label)}</span>
      <span className="field-value field-fixed selectable" title={field.name === 'mergedInto' ? t('error.field_by_merge', { field: field.label }) : t('records.fixed')}>{text === '' ? '—' : text}</span>
    </div>
  )
}
