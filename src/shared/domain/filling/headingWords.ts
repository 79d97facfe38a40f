import { filterDefinitions, type FilterName } from '../catalogue/filters'
import { allowedFilters, isCounted, type IndicatorName } from '../catalogue/indicators'
import type { FigureBinding } from './bindings'

/** What headings say when they mean an indicator; the first line whose words are all there wins. */
const indicatorWords: readonly (readonly [RegExp, IndicatorName])[] = [
  [/每万.*高价值|高价值.*每万|高价值.*密度/u, 'high_value_per_10k'], [/高价值.*(?:占|比重)/u, 'high_value_share'], [/高价值/u, 'high_value'],
  [/每万.*(?:发明|专利)|专利密度/u, 'inventions_per_10k'], [/PCT/iu, 'pct'], [/每百户/u, 'trademarks_per_100_entities'],
  [/有效.*商标|商标.*有效|有效注册/u, 'trademarks_valid'], [/商标.*(?:申请)|申请件数/u, 'trademarks_applied'], [/商标.*注册|注册件数/u, 'trademarks_registered'], [/宽展/u, 'trademarks_grace'],
  [/(?:有效|拥有).*发明|发明.*(?:有效|拥有)/u, 'inventions_valid'], [/专利.*有效|有效.*专利/u, 'patents_valid'], [/专利.*申请|申请量/u, 'patents_applied'], [/授权/u, 'patents_granted'],
  [/参与度/u, 'national_participation'], [/标准/u, 'standards'], [/荣誉|奖/u, 'honours'], [/试点|示范/u, 'pilots'],
]

/** Above numbers that only count the rows of a list. */
export const numberHeading = /^(?:序号|No\.?)$/iu

const measureWords: readonly (readonly [RegExp, FigureBinding['measure']])[] = [
  [/上年.*(?:位次|排名|名次)/u, 'previousRank'], [/位次|排名|名次/u, 'rank'], [/同比|增长率|增幅/u, 'growth'], [/占比|比重|占全市/u, 'share'], [/上年|去年同期/u, 'previous'],
]

/** Filters that headings name; names of honours and the like are free words and are never guessed. */
const readFilters: readonly FilterName[] = ['kind', 'role', 'newOrRevised', 'type', 'ownerType', 'criterion']

/**
 * What a column's headings seem to mean, from the topmost to the one above the figures.
 *
 * @param title  what the sheet says above its headings: its subject where a heading only says 主导 or 制定
 * @returns null where no indicator is named
 */
export function figureOfHeadings(headings: readonly string[], title: string): FigureBinding | null {
  const words = headings.map((heading) => heading.normalize('NFKC').replaceAll(/\s+/g, ''))
  const said = words.join(' ')
  const byHeading = indicatorWords.find(([pattern]) => pattern.test(said))?.[1]
  const indicator = byHeading ?? indicatorWords.find(([pattern]) => pattern.test(title))?.[1]
  if (indicator === undefined) return null
  const filters = filtersOf(indicator, words)
  const named = measureWords.find(([pattern]) => pattern.test(said))?.[1] ?? 'value'
  // 占比 is the name of such a figure, not a share of it.
  const measure = named === 'share' && byHeading !== undefined && !isCounted(byHeading) ? 'value' : named
  // A heading that says nothing (序号, 备注) borrows no subject from the title.
  return byHeading === undefined && filters.length === 0 && measure === 'value' ? null : { indicator, filters, measure }
}

function filtersOf(indicator: IndicatorName, words: readonly string[]): string[] {
  const accepted = allowedFilters(indicator)
  return readFilters.filter((name) => accepted.includes(name)).flatMap((name) => {
    const value = words.map((word) => namedValue(name, word)).findLast((found) => found !== null)
    return value === undefined || value === null ? [] : [`${name}=${value}`]
  })
}

/** The value that a heading names with its longest word: 国家标准 is national although 标准 is in all of them. */
function namedValue(name: FilterName, heading: string): string | null {
  const named = (filterDefinitions[name].values ?? []).flatMap(({ value, label, also }) => [label, ...(also ?? [])].filter((word) => heading.includes(word)).map((word) => ({ value, length: word.length })))
  const longest = named.toSorted((a, b) => b.length - a.length)
  const [first] = longest
  // 制修订, 主导和参与: a heading that names two says neither.
  return first === undefined || longest.some(({ value, length }) => value !== first.value && length === first.length) ? null : first.value
}
