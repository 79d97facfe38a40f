import { Select } from 'antd'
import type { ReactNode } from 'react'
import { letterings, papers } from '../../../shared/domain/catalogue/printedLook'
import { leadRules } from '../../../shared/domain/counting/leadRules'
import { zonePolicies } from '../../../shared/bridge/counting'
import { t, textOf } from '../../../shared/text/t'
import { named } from '../../../shared/text/named'
import { DayField } from '../../components/form/DayField'
import { periodKinds, periodKindText, recentYears, type ReportPeriod } from './reportPeriod'
import type { ReportChoiceState } from './useReportChoice'

/** One line over the form: which form, which period, and only the options that change it; for closing a period those of all forms. */
export function ReportOptions({ choice, isClosing = false, hasTotal = true }: { choice: ReportChoiceState; isClosing?: boolean; hasTotal?: boolean }) {
  const { catalogue, entry, form, setForm, options, change } = choice
  const has = (name: 'hasLeadRule' | 'hasPopulation'): boolean => isClosing || entry?.[name] === true
  return (
    <div className="report-options">
      {isClosing ? null : (
        <Select
          aria-label={t('reports.form')} className="report-form" listHeight={352} value={form} onChange={setForm} popupMatchSelectWidth={false}
          options={(catalogue?.forms ?? []).map((known) => ({ value: known.form, label: named(known.label) }))}
        />
      )}
      <PeriodFields period={choice.period} onChange={choice.setPeriod} />
      {entry?.hasAsOf && !isClosing ? (
        <Option label={t('reports.asOf')}>
          <DayField label={t('reports.asOf')} value={options.asOf ?? ''} onChange={(day) => change({ asOf: day === '' ? undefined : day })} />
        </Option>
      ) : null}
      {has('hasLeadRule') ? (
        <Option label={t('reports.leadRule')}>
          <Select aria-label={t('reports.leadRule')} popupMatchSelectWidth={false} value={options.leadRule ?? 'first'} options={leadRules.map((rule) => ({ value: rule, label: textOf(`reports.lead.${rule}`) }))} onChange={(leadRule) => change({ leadRule })} />
        </Option>
      ) : null}
      {has('hasPopulation') ? (
        <Option label={t('reports.population')}>
          <Select
            aria-label={t('reports.population')} popupMatchSelectWidth={false} value={options.population ?? ''} onChange={(series) => change({ population: series === '' ? undefined : series })}
            options={[{ value: '', label: t('reports.populationDefault') }, ...(catalogue?.populations ?? []).map(({ series, label }) => ({ value: series, label }))]}
          />
        </Option>
      ) : null}
      {entry?.isDetailList && !isClosing ? (
        <Option label={t('reports.district')}>
          <Select
            aria-label={t('reports.district')} value={options.district ?? ''} onChange={(district) => change({ district: district === '' ? undefined : district })}
            options={[{ value: '', label: t('reports.wholeCity') }, ...(catalogue?.districts ?? []).map((name) => ({ value: name, label: name }))]}
          />
        </Option>
      ) : (
        <>
          <Select aria-label={t('reports.zones')} popupMatchSelectWidth={false} value={options.zones ?? 'host'} options={zonePolicies.map((zones) => ({ value: zones, label: textOf(`reports.zones.${zones}`) }))} onChange={(zones) => change({ zones })} />
          {hasTotal ? <Select aria-label={t('reports.totalAt')} value={options.totalAt ?? entry?.totalAt ?? 'last'} options={(['first', 'last'] as const).map((totalAt) => ({ value: totalAt, label: textOf(`reports.total.${totalAt}`) }))} onChange={(totalAt) => change({ totalAt })} /> : null}
        </>
      )}
      {hasTotal ? (
        <>
          <Select aria-label={t('reports.paperSize')} value={options.paper ?? 'A4'} options={papers.map((paper) => ({ value: paper, label: paper }))} onChange={(paper) => change({ paper })} />
          <Select aria-label={t('reports.lettering')} popupMatchSelectWidth={false} value={options.lettering ?? 'plain'} options={letterings.map((lettering) => ({ value: lettering, label: t(`reports.lettering.${lettering}`) }))} onChange={(lettering) => change({ lettering })} />
        </>
      ) : null}
    </div>
  )
}

function PeriodFields({ period, onChange }: { period: ReportPeriod; onChange(period: ReportPeriod): void }) {
  const { kind, year, from, to } = period
  return (
    <Option label={t('reports.period')}>
      {kind === 'range' ? (
        <>
          <DayField label={t('reports.from')} value={from} onChange={(day) => onChange({ ...period, from: day })} />
          <DayField label={t('reports.to')} value={to} onChange={(day) => onChange({ ...period, to: day })} />
        </>
      ) : (
        <Select aria-label={t('reports.year')} value={year} options={recentYears().map((value) => ({ value, label: String(value) }))} onChange={(chosen) => onChange({ ...period, year: chosen })} />
      )}
      <Select aria-label={t('reports.period')} value={kind} options={periodKinds.map((value) => ({ value, label: textOf(periodKindText(value)) }))} onChange={(chosen) => onChange({ ...period, kind: chosen })} />
    </Option>
  )
}

function Option({ label, children }: { label: string; children: ReactNode }) {
  return <span className="report-option"><span className="secondary">{label}</span>{children}</span>
}
