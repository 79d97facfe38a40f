import { useQuery } from '@tanstack/react-query'
import type { Request } from '../../../shared/bridge/contract'
import type { ClosingOptions } from '../../../shared/bridge/periods'
import { optionsFor, type ReportCatalogue } from '../../../shared/bridge/reports'
import { callBridge } from '../../bridge/bridgeClient'
import { useOffered } from '../../bridge/useOffered'
import { useKept } from '../../components/keptState'
import { periodOf, thisYear, writtenPeriod, type ReportPeriod } from './reportPeriod'

export type ReportRequest = Request<'reports.preview'>
type Options = Omit<ReportRequest, 'period' | 'form'>
export type FormEntry = ReportCatalogue['forms'][number]

/** Form, period and options as the clerk chose them; what a form does not know is kept for the next form and not sent. */
export function useReportChoice() {
  const catalogue = useQuery({ queryKey: ['reports.catalogue'], queryFn: () => callBridge('reports.catalogue', {}) })
  const known = useOffered()
  const [form, setForm] = useKept<FormEntry['form']>('reports.form', 'F2')
  const [period, setPeriod] = useKept<ReportPeriod | null>('reports.period', null)
  const [options, setOptions] = useKept<Options>('reports.options', {})
  const entry = catalogue.data?.forms.find((candidate) => candidate.form === form) ?? null
  const shownPeriod = period ?? periodOf(Number((known.data?.period ?? String(thisYear() - 1)).slice(0, 4)))
  const written = writtenPeriod(shownPeriod)
  return {
    catalogue: catalogue.data ?? null, error: catalogue.error, entry, form, setForm, options, period: shownPeriod, setPeriod,
    change: (change: Options) => setOptions((before) => ({ ...before, ...change })),
    /** Null while there is nothing to ask for. */
    request: entry === null || !known.isSuccess || written === null ? null : { form: entry.form, period: written, ...optionsFor(entry, options) },
  }
}

export type ReportChoiceState = ReturnType<typeof useReportChoice>

/** What of the options holds for all forms of a period. */
export function closingOptionsOf({ leadRule, zones, population, totalAt, paper, lettering }: Options): ClosingOptions {
  return {
    ...(leadRule === undefined ? {} : { leadRule }), ...(zones === undefined ? {} : { zones }), ...(population === undefined ? {} : { population }), ...(totalAt === undefined ? {} : { totalAt }),
    ...(paper === undefined ? {} : { paper }), ...(lettering === undefined ? {} : { lettering }),
  }
}
