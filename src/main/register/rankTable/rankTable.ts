import type { RankCell, RankColumn, RankTable } from '../../../shared/bridge/counting'
import { allowedFilters, indicatorDefinition, isCounted, isStock, nameOf, type Indicator } from '../../../shared/domain/catalogue/indicators'
import { placeDistances } from '../../../shared/domain/counting/placeDistance'
import { succeed, type Failure, type Result } from '../../../shared/domain/result'
import { shortLabel } from '../../../shared/text/shortLabel'
import type { RegisterColumns } from '../columns/registerColumns'
import { readPeriod, momentFor, readOptions } from '../ranking/countingOptions'
import type { RankAnswer, RankRow } from '../ranking/rankAnswer'
import { rankIndicator } from '../ranking/rankIndicator'
import { cityRowName, layOutRows } from '../ranking/regionRows'
import { periodTitle } from '../reports/periodTexts'
import { divisorOfColumn, type NameSources } from './divisors'
import { requestFor, tagsAskedFor, type TableChoice } from './rankRequest'
import { notesOf, rulesOf } from './tableNotes'

type TableRow = RankTable['rows'][number]

/**
 * Districts (or cities) by several indicators. An indicator that cannot be counted keeps its column with the reason;
 * only a choice that no indicator understands is refused.
 *
 * @param nameSources  names the files that brought what is divided by
 * @returns usage failures of the period
 */
export async function rankTable(columns: RegisterColumns, indicators: readonly Indicator[], choice: TableChoice, nameSources: NameSources): Promise<Result<RankTable>> {
  const period = readPeriod(choice.period)
  if (!period.ok) return period
  const answers: { indicator: Indicator; answer: Result<RankAnswer> | NoFigures }[] = []
  for (const indicator of indicators) answers.push({ indicator, answer: await answerFor(columns, indicator, choice) })
  const rows = await tableRows(columns, choice, answers.flatMap(({ answer }) => (answer.ok ? [answer.value] : [])))
  const counted: RankColumn[] = []
  for (const { indicator, answer } of answers) {
    counted.push(answer.ok ? columnOf(indicator, answer.value, rows, await divisorOfColumn(columns, indicator, rows, { choice, nameSources })) : emptyColumn(indicator, choice, answer, rows))
  }
  const table = {
    period: period.value.name, periodText: periodTitle(period.value), scope: choice.scope, sequence: columns.sequence, rows,
    totalName: choice.scope === 'cities' ? columns.city.province.name : cityRowName,
    columns: counted,
  }
  return succeed({ ...table, notes: await notesOf(columns, table, choice), rules: rulesOf(indicators, choice) })
}

/** A kind of which the register has no record at all is not known to be zero. */
async function answerFor(columns: RegisterColumns, indicator: Indicator, choice: TableChoice): Promise<Result<RankAnswer> | NoFigures> {
  if (tagsAskedFor(choice).length > 0 && !allowedFilters(indicator).includes('unitTags')) return { ok: false, code: 'not_by_unit_tags' }
  const answer = await rankIndicator(columns, indicator, requestFor(indicator, choice))
  return answer.ok && answer.value.noData === 'no_records' ? { ok: false, code: 'no_records' } : answer
}

interface NoFigures { ok: false; code: 'no_records' | 'not_by_unit_tags'; details?: undefined }

/** The fixed administrative order; 其他 only where something counts in it. */
async function tableRows(columns: RegisterColumns, { scope, zones }: TableChoice, answers: readonly RankAnswer[]): Promise<TableRow[]> {
  if (scope === 'cities') return columns.city.neighbours.map(({ code, name }) => ({ code, name, level: 'city' as const }))
  // Zones get their places with the directory.
  await columns.directory()
  const { rows } = layOutRows(columns.city, columns.places, zones ?? 'host')
  const hasOther = answers.some((answer) => answer.rows.some((row) => row.level === 'other' && (row.value || row.previous)))
  return rows.filter(({ level }) => level !== 'city' && (level !== 'other' || hasOther)).map(({ code, name, level }) => ({ code, name, level }))
}

function columnOf(indicator: Indicator, answer: RankAnswer, rows: readonly TableRow[], divisor: RankColumn['divisor']): RankColumn {
  const byName = new Map(answer.rows.map((row) => [row.name, row]))
  const shown = rows.map(({ name }) => byName.get(name))
  const distances = placeDistances(shown.map((row) => (row?.rank === null ? null : (row?.value ?? null))))
  const from = describedBy(indicator)
  // Where nothing at all was counted a year before, everybody shared the first place: nobody has fallen from it.
  const hadPlaces = answer.total.previous !== 0
  return {
    ...from, unit: answer.unit, decimals: answer.rules.source === 'received' ? decimalsOf(answer) : from.decimals,
    from: answer.rules.from, to: answer.rules.to, asOf: answer.asOf, population: answer.rules.population, divisor, problem: null,
    cells: rows.map((row, index) => cellOf(indicator, row, shown[index], { distance: distances[index], hadPlaces })),
    total: cellOf(indicator, { code: null, name: '', level: 'city' }, answer.total, { distance: undefined, hadPlaces }),
  }
}

function describedBy(indicator: Indicator) {
  const { label, unit, decimals, shape } = indicatorDefinition(indicator)
  return {
    indicator: nameOf(indicator), label, short: shortLabel(nameOf(indicator), label), unit, decimals,
    isStock: isStock(indicator), isCounted: isCounted(indicator), isDensity: shape === 'per_10k', hasRoles: allowedFilters(indicator).includes('role'),
  }
}

/** Received figures are shown as exactly as they came. */
function decimalsOf({ rows, total }: RankAnswer): number {
  const written = [...rows, total].map(({ value }) => String(value ?? '').split('.')[1]?.length ?? 0)
  return Math.min(4, Math.max(0, ...written))
}

const nothing: RankCell = {
  value: null, previous: null, growth: '-', share: '-', rank: null, previousRank: null, change: null, ahead: null, behind: null, suppressed: null,
}

interface CellContext {
  distance: { ahead: number | null; behind: number | null } | undefined
  /** Whether the places of a year before say anything. */
  hadPlaces: boolean
}

function cellOf(indicator: Indicator, place: TableRow, row: RankRow | undefined, { distance, hadPlaces }: CellContext): RankCell {
  if (!row) return { ...nothing, suppressed: place.level === 'other' ? 'other_row' : null }
  const { value, previous, growth, share, rank, previousRank } = row
  return {
    value, previous, growth, share, rank, previousRank,
    change: rank === null || previousRank === null || !hadPlaces ? null : previousRank - rank,
    ahead: distance?.ahead ?? null, behind: distance?.behind ?? null,
    suppressed: rank === null ? reasonOf(indicator, place, value) : null,
  }
}

function reasonOf(indicator: Indicator, { level }: TableRow, value: number | null): RankCell['suppressed'] {
  if (level === 'other') return 'other_row'
  if (level === 'zone') return 'zone'
  if (value !== null) return null
  const { shape } = indicatorDefinition(indicator)
  return shape === 'per_10k' ? 'no_population' : shape === 'per_100' ? 'no_entities' : level === 'city' ? 'not_received' : null
}

function emptyColumn(indicator: Indicator, choice: TableChoice, { code, details }: Failure | NoFigures, rows: readonly TableRow[]): RankColumn {
  const options = readOptions(indicator, requestFor(indicator, choice))
  const moment = options.ok ? momentFor(indicator, options.value) : { from: '', to: '', asOf: '' }
  return {
    ...describedBy(indicator), from: moment.from, to: moment.to, asOf: moment.asOf, population: null, divisor: null,
    problem: { code, details: { ...details } }, cells: rows.map(() => nothing), total: nothing,
  }
}
