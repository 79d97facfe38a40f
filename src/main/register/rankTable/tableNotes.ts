import type { RankColumn, RankTable } from '../../../shared/bridge/counting'
import { indicatorDefinition, nameOf, type Indicator } from '../../../shared/domain/catalogue/indicators'
import { ruleTexts, type RuleName } from '../../../shared/domain/catalogue/rules'
import { highValueDefinitionOn } from '../../../shared/domain/counting/highValue'
import { formatRounded } from '../../../shared/domain/numbers'
import { locale } from '../../../shared/text/language'
import { shortLabel } from '../../../shared/text/shortLabel'
import { spokenMeasure } from '../../../shared/text/spokenMeasure'
import { listed, t } from '../../../shared/text/t'
import { named } from '../../../shared/text/named'
import type { RegisterColumns } from '../columns/registerColumns'
import { readOptions, readPeriod, yearBefore } from '../ranking/countingOptions'
import { populationOfRows } from '../ranking/population'
import { ruleNames } from '../ranking/rankIndicator'
import { layOutRows } from '../ranking/regionRows'
import { periodTitle, seriesText, windowText } from '../reports/periodTexts'
import { requestFor, tagsAskedFor, type TableChoice } from './rankRequest'

type Counted = Pick<RankTable, 'columns' | 'rows' | 'periodText'>

/** The sentences under the table: what a reader must know to defend the places, with the numbers of this very table. */
export async function notesOf(columns: RegisterColumns, table: Counted, choice: TableChoice): Promise<string[]> {
  const counted = table.columns.filter(({ problem }) => problem === null)
  if (choice.scope === 'cities') return [t('ranking.note.received'), placesNote(table, choice)]
  const tags = tagsAskedFor(choice)
  return [
    ...(tags.length === 0 ? [] : [t('ranking.note.unitTags', { tags: listed(tags) })]),
    placesNote(table, choice),
    ...counted.flatMap((column) => (column.indicator === 'standards' ? [standardsNote(column, choice)] : [])),
    ...daysNotes(counted),
    ...(await populationNotes(columns, counted)),
    ...highValueNotes(counted),
    ...(choice.zones === undefined || choice.zones === 'host' ? [] : [t('ranking.note.rule', { text: named(ruleTexts[`zones_${choice.zones}`]) })]),
  ]
}

function placesNote({ periodText }: Counted, { period }: TableChoice): string {
  const now = readPeriod(period)
  const before = now.ok ? periodTitle(yearBefore({ period: now.value, asOf: null }).period) : ''
  return t('ranking.note.places', { period: periodText, before })
}

function standardsNote({ cells, total, from, to }: RankColumn, { leadRule }: TableChoice): string {
  const sum = cells.reduce((all, { value }) => all + (value ?? 0), 0)
  return t('ranking.note.standards', { window: windowText(from, to), total: total.value ?? 0, sum, rule: named(ruleTexts[`lead_${leadRule ?? 'first'}`]) })
}

/** Indicators of one day share a sentence; trademarks have days of their own. */
function daysNotes(counted: readonly RankColumn[]): string[] {
  const stocks = Map.groupBy(counted.filter(({ isStock }) => isStock), ({ asOf }) => asOf)
  const flows = Map.groupBy(counted.filter(({ isStock, indicator }) => !isStock && indicator !== 'standards'), ({ from, to }) => windowText(from, to))
  const names = (columns: readonly RankColumn[]): string => listed(columns.map(({ short }) => short))
  return [
    ...[...stocks].map(([day, columns]) => t('ranking.note.asOf', { names: names(columns), day })),
    ...[...flows].map(([window, columns]) => t('ranking.note.window', { names: names(columns), window })),
    ...(counted.some(({ indicator }) => indicator.startsWith('trademarks')) ? [t('ranking.note.rule', { text: named(ruleTexts.trademark_class_pairs) })] : []),
  ]
}

async function populationNotes(columns: RegisterColumns, counted: readonly RankColumn[]): Promise<string[]> {
  const denominators = await columns.denominators()
  const { rows, city } = layOutRows(columns.city, columns.places, 'host')
  const series = [...new Set(counted.flatMap(({ population }) => population ?? []))]
  return series.map((name) => {
    const wan = populationOfRows(denominators, columns.city, name, rows)[city] ?? null
    return t('ranking.note.population', { series: seriesText(name), wan: wan === null ? '—' : peopleText(wan) })
  })
}

/** A population in 万, or in ones where the language has no word for that. */
function peopleText(wan: number): string {
  const { unit, told } = spokenMeasure('万人')
  return unit === '人' ? told(wan).toLocaleString(locale()) : formatRounded(wan, 2)
}

function highValueNotes(counted: readonly RankColumn[]): string[] {
  const column = counted.find(({ indicator }) => indicator.startsWith('high_value'))
  return column ? [t('ranking.note.highValue', { name: named(highValueDefinitionOn(column.asOf).name) })] : []
}

/** Every rule behind the table, each once, under what it speaks about; definitions first. */
export function rulesOf(indicators: readonly Indicator[], choice: TableChoice): RankTable['rules'] {
  const rules = new Map<RuleName, string[]>()
  for (const indicator of indicators) {
    const options = readOptions(indicator, requestFor(indicator, choice))
    const names: readonly RuleName[] = choice.scope === 'cities' ? ['received_not_recomputed', 'rank_competition'] : options.ok ? ruleNames(indicator, options.value) : []
    for (const name of names) rules.set(name, [...(rules.get(name) ?? []), shortLabel(nameOf(indicator), indicatorDefinition(indicator).label)])
  }
  const isCommon = (about: readonly string[]): boolean => indicators.length > 1 && about.length === indicators.length
  return [
    ...indicators.map(indicatorDefinition).map(({ label, definition }) => ({ about: named(label), text: named(definition) })),
    ...[...rules].map(([name, about]) => ({ about: isCommon(about) ? t('ranking.rule.all') : listed(about), text: named(ruleTexts[name]) })),
  ]
}
