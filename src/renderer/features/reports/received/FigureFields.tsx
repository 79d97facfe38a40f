import { Select } from 'antd'
import { filterDefinitions, type FilterName, type FilterValue } from '../../../../shared/domain/catalogue/filters'
import { allowedFilters, indicatorNames, type IndicatorName } from '../../../../shared/domain/catalogue/indicators'
import { measures, type FigureBinding } from '../../../../shared/domain/filling/bindings'
import { t, textOf } from '../../../../shared/text/t'

export interface KnownIndicator { name: string; label: string; kind: string; isCounted: boolean }

/** Which figure: its indicator, what it is narrowed to, and what of it is printed. */
export function FigureFields({ figure, indicators, onChange }: { figure: FigureBinding; indicators: readonly KnownIndicator[]; onChange(figure: FigureBinding): void }) {
  return (
    <>
      <label>
        <span>{t('received.indicator')}</span>
        <Select
          aria-label={t('received.indicator')} showSearch optionFilterProp="label" value={figure.indicator === '' ? undefined : figure.indicator} popupMatchSelectWidth={false}
          options={indicators.map(({ name, label }) => ({ value: name, label }))} onChange={(indicator) => onChange({ ...figure, indicator, filters: [] })}
        />
      </label>
      {filtersOf(figure.indicator).map(([name, values]) => <FilterField key={name} name={name} values={values} figure={figure} onChange={onChange} />)}
      <label>
        <span>{t('received.measure')}</span>
        <Select aria-label={t('received.measure')} value={figure.measure} options={measures.map((measure) => ({ value: measure, label: textOf(`received.measure.${measure}`) }))} onChange={(measure) => onChange({ ...figure, measure })} />
      </label>
    </>
  )
}

/** Filters with fixed values; free words are for the command line. */
function filtersOf(indicator: string): [FilterName, readonly FilterValue[]][] {
  const known: readonly string[] = indicatorNames
  return known.includes(indicator) ? allowedFilters(indicator as IndicatorName).flatMap((name): [FilterName, readonly FilterValue[]][] => {
    const { values } = filterDefinitions[name]
    return values === null ? [] : [[name, values]]
  }) : []
}

function FilterField({ name, values, figure, onChange }: { name: FilterName; values: readonly FilterValue[]; figure: FigureBinding; onChange(figure: FigureBinding): void }) {
  const { label } = filterDefinitions[name]
  const written = figure.filters.find((filter) => filter.startsWith(`${name}=`))?.slice(name.length + 1) ?? ''
  const others = figure.filters.filter((filter) => !filter.startsWith(`${name}=`))
  return (
    <label>
      <span>{label}</span>
      <Select
        aria-label={label} value={written} options={[{ value: '', label: t('received.any') }, ...values.map((value) => ({ value: value.value, label: value.label }))]}
        onChange={(value) => onChange({ ...figure, filters: value === '' ? others : [...others, `${name}=${value}`] })}
      />
    </label>
  )
}
