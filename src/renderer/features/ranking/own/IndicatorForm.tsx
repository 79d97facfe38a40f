import { Checkbox, Input, InputNumber, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import type { IndicatorPreview, OwnIndicators } from '../../../../shared/bridge/ownIndicators'
import { t, textOf } from '../../../../shared/text/t'
import { named } from '../../../../shared/text/named'
import { FilterRows } from './FilterRows'
import { shapeKinds, unitOf, usualUnit, type Draft, type ShapeKind } from './indicatorDraft'

interface Props {
  own: OwnIndicators
  draft: Draft
  /** It is kept already: its name on the command line stays. */
  isKept: boolean
  problems: IndicatorPreview['problems']
  /** Whether the problems are those of what stands here now. */
  isJudged: boolean
  onChange(draft: Draft): void
}

/** A line that came while a button is pressed would push it away from under the pointer. */
const afterClickMs = 300

/** What an indicator counts, field by field, with what is wrong at its place. */
export function IndicatorForm({ own, draft, isKept, problems, isJudged, onChange }: Props) {
  // Nothing is wrong with a name that is still to be typed.
  const [isNameLeft, setNameLeft] = useState(isKept || draft.name !== '')
  const set = (change: Partial<Draft>): void => onChange({ ...draft, ...change })
  // A unit that was proposed follows what it was proposed for.
  const withUnit = (change: Partial<Pick<Draft, 'shape' | 'of'>>): void => {
    const isUsual = draft.unit === usualUnit(draft.shape, unitOf(own, draft.of))
    const next = { ...draft, ...change }
    onChange(isUsual || next.shape === 'ratio' ? { ...next, unit: usualUnit(next.shape, unitOf(own, next.of)) } : next)
  }
  const counts = own.counts.filter(({ name }) => name !== draft.id).map(({ name, label }) => ({ value: name, label: named(label) }))
  const wrong = (...places: readonly string[]): string => problems.filter(({ at }) => places.some((place) => at === place || at.startsWith(`${place}.`))).map(({ text }) => text).join(t('punctuation.part'))
  return (
    <div className="own-form">
      <Field label={t('own.name')} wrong={isNameLeft && isJudged ? wrong('name') : ''}><Input aria-label={t('own.name')} value={draft.name} maxLength={60} onBlur={() => setTimeout(setNameLeft, afterClickMs, true)} onChange={(event) => set({ name: event.target.value })} /></Field>
      <Field label={t('own.shape')} wrong={wrong('shape', 'rules')}>
        <Select<ShapeKind> aria-label={t('own.shape')} value={draft.shape} onChange={(shape) => withUnit({ shape })} options={shapeKinds.map((shape) => ({ value: shape, label: textOf(`own.shape.${shape}`) }))} />
      </Field>
      <Field label={t('own.of')} wrong={wrong('of', '')}>
        <Select aria-label={t('own.of')} value={draft.of} options={counts} showSearch={{ optionFilterProp: 'label' }} popupMatchSelectWidth={false} onChange={(of) => withUnit({ of })} />
      </Field>
      <Field label={t('own.filters')} wrong={wrong('filters')}><FilterRows label={t('own.filters')} of={draft.of} filters={draft.filters} onChange={(filters) => set({ filters })} /></Field>
      {draft.shape === 'ratio' ? (
        <>
          <Field label={t('own.whole')} wrong={wrong('whole.of')}>
            <Select aria-label={t('own.whole')} value={draft.wholeOf} options={counts} showSearch={{ optionFilterProp: 'label' }} popupMatchSelectWidth={false} onChange={(wholeOf) => set({ wholeOf })} />
          </Field>
          <Field label={t('own.wholeFilters')} wrong={wrong('whole.filters', 'whole.everywhere')}>
            <FilterRows label={t('own.wholeFilters')} of={draft.wholeOf} filters={draft.wholeFilters} onChange={(wholeFilters) => set({ wholeFilters })} />
            <Checkbox checked={draft.everywhere} onChange={(event) => set({ everywhere: event.target.checked })}>{t('own.everywhere')}</Checkbox>
          </Field>
        </>
      ) : null}
      <Field label={t('own.unit')} wrong={wrong('unit')}>
        <Input className="own-short" aria-label={t('own.unit')} value={draft.unit} maxLength={12} disabled={draft.shape === 'ratio'} onChange={(event) => set({ unit: event.target.value })} />
        <span className="secondary own-beside">{t('own.decimals')}</span>
        <InputNumber className="own-short" aria-label={t('own.decimals')} min={0} max={4} precision={0} value={draft.decimals} placeholder={t('own.byShape')} onChange={(decimals) => set({ decimals })} />
      </Field>
      <Field label={t('own.definition')} wrong={wrong('definition')}>
        <Input.TextArea aria-label={t('own.definition')} rows={2} maxLength={500} value={draft.definition} placeholder={t('own.definitionHint')} onChange={(event) => set({ definition: event.target.value })} />
      </Field>
      <Field label={t('own.id')} wrong={wrong('id')}><Input aria-label={t('own.id')} value={draft.id} maxLength={40} disabled={isKept} onChange={(event) => set({ id: event.target.value })} /></Field>
    </div>
  )
}

function Field({ label, wrong, children }: { label: string; wrong: string; children: ReactNode }) {
  return (
    <div className="own-field">
      <span className="own-label">{label}</span>
      <div className="own-value">{children}{wrong === '' ? null : <p role="alert" className="own-wrong">{wrong}</p>}</div>
    </div>
  )
}
