import type { HandlersOf } from '../../../shared/bridge/contract'
import type { indicatorOperations } from '../../../shared/bridge/operations/indicatorOperations'
import type { CountedTag } from '../../../shared/bridge/tags'
import type { FilterField, IndicatorDraft, IndicatorPreview, OwnIndicators } from '../../../shared/bridge/ownIndicators'
import { choices } from '../../../shared/domain/catalogue/choices'
import { filterDefinitions, isFilterName, type FilterValue } from '../../../shared/domain/catalogue/filters'
import { countDefinition, countFilters, indicatorDefinition, indicatorNames, isCount, isCounted, leadingTerm, nameOf, type CountName, type Indicator, type OwnIndicator } from '../../../shared/domain/catalogue/indicators'
import { tagsListField, type ListKind } from '../../../shared/domain/catalogue/listFields'
import { succeed, type Result } from '../../../shared/domain/result'
import { defineIndicator, judgeDefinition, retireIndicator } from '../indicators/defineIndicator'
import { namesFor } from '../indicators/definedFilters'
import { findIndicator, ownIndicators, standing, type OwnEntry } from '../indicators/ownIndicators'
import { problemText, type DefinitionProblem } from '../indicators/writtenDefinition'
import type { RegisterSession } from '../opened/session'
import { behindFigure } from '../rankTable/behindList'
import { describeBehind } from '../rankTable/describeBehind'
import { rankIndicator } from '../ranking/rankIndicator'
import { conditionField, listOfSubject } from '../ranking/rowsWhere'
import { tagCounts } from '../tags/tagCounts'
import type { HandlerContext } from './handlerContext'
import { inSession } from './inSession'
import type { PersonsWork } from './personsWork'

export function createIndicatorHandlers({ register, today }: HandlerContext, work: PersonsWork): HandlersOf<keyof typeof indicatorOperations> {
  return {
    'indicators.own': () => inSession(register, async (session) => succeed(describe(await ownIndicators(await session.columns.current())))),
    'indicators.fields': ({ of }) => inSession(register, async (session) => {
      const indicator = await findIndicator(await session.columns.current(), of)
      return indicator.ok ? succeed({ fields: fieldsOf(leadingTerm(indicator.value).count, await tagCounts(session.source)) }) : indicator
    }),
    'indicators.preview': ({ written, period }) => inSession(register, (session) => preview(session, written, period, today())),
    'indicators.define': ({ written }) => work.change(async (services, { columns }) => defineIndicator(services, await columns.current(), plain(written))),
    'indicators.retire': ({ id }) => work.change(async (services, { columns }) => retireIndicator(services, await columns.current(), id)),
  }
}

/** A draft without the parts that were left empty. */
function plain(written: IndicatorDraft): unknown {
  return Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined && value !== ''))
}

function describe(entries: readonly OwnEntry[]): OwnIndicators {
  const counts: Indicator[] = [...indicatorNames.filter(isCount), ...standing(entries).filter(isCounted)]
  return {
    indicators: entries.map(({ name, label, version, isRetired, written, compiled }) => ({
      id: name, label, version, isRetired, written, problems: (compiled.problems ?? []).map(problemText),
      definition: 'indicator' in compiled ? compiled.indicator.definition.definition : '',
    })),
    counts: counts.map((indicator) => {
      const { label, unit } = indicatorDefinition(indicator)
      return { name: nameOf(indicator), label, unit, shape: countDefinition(leadingTerm(indicator).count).shape }
    }),
  }
}

/** Filters of the count first, then every stored field that it does not hide; tags with those that there are. */
function fieldsOf(count: CountName, tags: readonly CountedTag[]): FilterField[] {
  const { subject } = countDefinition(count)
  const filters = countFilters(count)
  const tagsOf = (list: ListKind): FilterField['values'] => {
    const values = tags.filter(({ kinds }) => kinds.some(({ kind }) => kind === list)).map(({ tag }) => ({ value: tag, label: tag }))
    return values.length === 0 ? null : values
  }
  return namesFor(count).flatMap((name): FilterField[] => {
    if (name === 'unitTags') return [{ name, label: filterDefinitions[name].label, values: tagsOf('units'), isStored: false }]
    if (isFilterName(name) && filters.includes(name)) {
      const values: readonly FilterValue[] | null = filterDefinitions[name].values
      return [{ name, label: filterDefinitions[name].label, values: values ? values.map(({ value, label }) => ({ value, label })) : null, isStored: conditionField(subject, name) !== undefined }]
    }
    const field = conditionField(subject, name)
    if (field === tagsListField) return [{ name, label: field.label, values: tagsOf(listOfSubject[subject]), isStored: true }]
    return field ? [{ name, label: field.label, values: field.choices ? choices[field.choices].map(({ value, label }) => ({ value, label })) : null, isStored: true }] : []
  })
}

const shownRecords = 12

async function preview(session: RegisterSession, written: IndicatorDraft, period: string, today: string): Promise<Result<IndicatorPreview>> {
  const columns = await session.columns.current()
  const judged = await judgeDefinition(columns, plain(written))
  if (!judged.ok) {
    const problems = Array.isArray(judged.details?.problems) ? (judged.details.problems as readonly DefinitionProblem[]) : [] // what judgeDefinition refuses
    return succeed({ problems: problems.map((problem) => ({ at: problem.at, text: problemText({ ...problem, at: '' }) })), figure: null, failure: null })
  }
  const { indicator } = judged.value
  const ranked = await rankIndicator(columns, indicator, { period })
  if (!ranked.ok) return succeed({ problems: [], figure: null, failure: { code: ranked.code, ...(ranked.details ? { details: { ...ranked.details } } : {}) } })
  const figure = await figureOf(session, indicator, period, today)
  if (!figure.ok) return figure
  const { rows, total } = ranked.value
  return succeed({ problems: [], failure: null, figure: { ...figure.value, total: total.value, rows: rows.map(({ name, value }) => ({ name, value })) } })
}

async function figureOf(session: RegisterSession, indicator: OwnIndicator, period: string, today: string) {
  const { unit, decimals, definition } = indicator.definition
  const list = await behindFigure(await session.columns.current(), { indicator, choice: { period, scope: 'districts' }, row: null, filters: [], isYearBefore: false })
  if (!list.ok) return list
  const { count, kind } = list.value
  const records = await describeBehind(session, list.value, 0, Math.min(count, shownRecords), today)
  return succeed({ version: indicator.version, sentence: definition, unit, decimals, count, kind, records })
}
