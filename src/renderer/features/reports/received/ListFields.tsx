import { Button, Select } from 'antd'
import { useState } from 'react'
import { choices } from '../../../../shared/domain/catalogue/choices'
import { listDefinitions, listField, type ListField, type ListKind } from '../../../../shared/domain/catalogue/listFields'
import type { ListBinding } from '../../../../shared/domain/filling/bindings'
import { t, textOf } from '../../../../shared/text/t'

export type ListChoice = Pick<ListBinding, 'filters' | 'sort'>
type Filter = ListBinding['filters'][number]

interface Props {
  kind: ListKind
  districts: readonly string[]
  choice: ListChoice
  onChange(choice: ListChoice): void
}

/** What a form's list usually asks for: the records of its period. */
export function periodFilter(kind: ListKind): ListChoice['filters'] {
  const { yearField } = listDefinitions[kind]
  if (yearField !== undefined) return [{ field: yearField, values: ['{period}'] }]
  return listField(kind, 'year') === undefined ? [] : [{ field: 'year', values: ['{year}'] }]
}

/** Which records a list holds, and in which order. */
export function ListFields({ kind, districts, choice, onChange }: Props) {
  // A condition that is still without a value narrows nothing and is not bound.
  const [written, setRows] = useState<readonly Filter[]>(choice.filters)
  const rows = isSame(bound(written), choice.filters) ? written : choice.filters
  const { fields } = listDefinitions[kind]
  const change = (next: readonly Filter[]): void => {
    setRows(next)
    onChange({ ...choice, filters: bound(next) })
  }
  const free = fields.find(({ name }) => !rows.some(({ field }) => field === name))
  const replaced = (at: number, filter: Filter): Filter[] => rows.map((row, index) => (index === at ? filter : row))
  return (
    <>
      <p className="secondary">{t('received.filters')}</p>
      <ul className="received-filters" aria-label={t('received.filters')}>
        {rows.map(({ field, values }, at) => (
          <li key={at}>
            <Select aria-label={t('received.filterField')} showSearch optionFilterProp="label" value={field} options={fieldOptions(fields)} onChange={(name) => change(replaced(at, { field: name, values: [] }))} popupMatchSelectWidth={false} />
            <FilterValues field={listField(kind, field)} values={values} districts={districts} onChange={(next) => change(replaced(at, { field, values: next }))} />
            <button type="button" className="plain link" aria-label={t('received.withoutFilter', { field: listField(kind, field)?.label ?? field })} onClick={() => change(rows.filter((_row, index) => index !== at))}>{t('received.removeFilter')}</button>
          </li>
        ))}
        <li><Button size="small" disabled={free === undefined} onClick={() => { if (free) change([...rows, { field: free.name, values: [] }]) }}>{t('received.addFilter')}</Button></li>
      </ul>
      <div className="received-fields">
        <label>
          <span>{t('received.sort')}</span>
          <Select
            aria-label={t('received.sort')} mode="multiple" optionFilterProp="label" value={choice.sort.map(writtenKey)} placeholder={t('received.unsorted')}
            options={fields.flatMap(({ name, label }) => [{ value: name, label: t('received.ascending', { field: label }) }, { value: `${name}${descendingMark}`, label: t('received.descending', { field: label }) }])}
            onChange={(keys) => onChange({ ...choice, sort: keys.map(readKey) })}
          />
        </label>
      </div>
    </>
  )
}

function bound(rows: readonly Filter[]): Filter[] {
  return rows.filter(({ values }) => values.length > 0)
}

/** Otherwise the binding was undone, or redone. */
function isSame(one: readonly Filter[], other: readonly Filter[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

const descendingMark = ':desc'

function writtenKey({ field, descending }: ListChoice['sort'][number]): string {
  return descending ? `${field}${descendingMark}` : field
}

function readKey(key: string): ListChoice['sort'][number] {
  const descending = key.endsWith(descendingMark)
  return { field: descending ? key.slice(0, -descendingMark.length) : key, descending }
}

function fieldOptions(fields: readonly ListField[]): { value: string; label: string }[] {
  return fields.map(({ name, label }) => ({ value: name, label }))
}

/** Written by hand where a field has no fixed values; several are joined by or. */
function FilterValues({ field, values, districts, onChange }: { field: ListField | undefined; values: string[]; districts: readonly string[]; onChange(values: string[]): void }) {
  const known = field === undefined ? [] : valuesOf(field, districts)
  const isFixed = field?.choices !== undefined || field?.type === 'district' || field?.type === 'districts'
  return (
    <Select
      aria-label={t('received.filterValues', { field: field?.label ?? '' })} mode={isFixed ? 'multiple' : 'tags'} optionFilterProp="label" tokenSeparators={[',', '，', '、']}
      value={values} options={known} placeholder={t('received.filterHint')} notFoundContent={null} onChange={(next) => onChange(next.map((value) => value.trim()).filter((value) => value !== ''))} popupMatchSelectWidth={false}
    />
  )
}

function valuesOf({ name, type, choices: set }: ListField, districts: readonly string[]): { value: string; label: string }[] {
  if (set !== undefined) return choices[set].map(({ value, label }) => ({ value, label }))
  if (type === 'district' || type === 'districts') return districts.map((district) => ({ value: district, label: district }))
  if (type === 'date') return (['period', 'year', 'asOf'] as const).map((value) => ({ value: `{${value}}`, label: textOf(`received.filter.${value}`) }))
  return name === 'year' ? [{ value: '{year}', label: textOf('received.filter.year') }] : []
}
