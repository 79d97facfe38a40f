import type { DistrictDirectory } from '../districtDirectory'
import { awardsOfTitle, isNameOfAward } from '../kinds/awardTitle'
import { periodOf } from '../figures/titlePeriod'
import type { Mapping } from '../table/columnFields'
import type { Recognised } from '../table/recognised'
import { sectionName } from '../table/sections'
import type { TitleFacts } from '../table/titleFacts'

/**
 * Whether the lines above a header that is printed again say something else of the rows below than those above the first
 * one: figures of another year or measure, another award, another district. Then it heads a table of its own, and its
 * rows must not be taken for more of the first one's.
 */
export function saysOtherwise({ match, title }: Recognised, next: Recognised, districts: DistrictDirectory): boolean {
  const { kind, mapping } = match
  switch (kind) {
    case 'population': case 'market_entities': case 'indicators': return figuresOf(title) !== figuresOf(next.title)
    // 二、中国专利优秀奖 heads a group of rows.
    case 'honours': return (!isNameOfAward(sectionName(next.title.title)) && awardsOfTitle(title, mapping) !== awardsOfTitle(next.title, mapping)) || isElsewhere(mapping, title, next.title, districts)
    case 'pilots': return (!mapping.fields.has('year') && title.year !== next.title.year) || isElsewhere(mapping, title, next.title, districts)
    // A form of one unit names it above its table alone.
    case 'standards': return (next.title.unit !== null && next.title.unit !== title.unit) || isElsewhere(mapping, title, next.title, districts)
    default: return isElsewhere(mapping, title, next.title, districts)
  }
}

function figuresOf(title: TitleFacts): string {
  const year = title.year === null ? (title.statusDate ?? '').slice(0, 4) : String(title.year)
  return [periodOf({ title }, year), title.measure ?? '', /普查|[六七]普/u.test(title.text)].join('|')
}

/** Whether the rows have no district of their own, and the further title names another one than the first, or several. */
function isElsewhere({ fields }: Mapping, first: TitleFacts, next: TitleFacts, districts: DistrictDirectory): boolean {
  const [named, known] = [next, first].map((title) => districtsOf(title, districts).join('|'))
  return !fields.has('district') && named !== '' && named !== known
}

/** 二、市北区 alone in its row heads a group of rows, and no table. */
function districtsOf({ title, reporter }: TitleFacts, districts: DistrictDirectory): string[] {
  const texts = districts.resolve(sectionName(title)).status === 'unknown' ? [reporter ?? '', title] : [reporter ?? '']
  const only = districts.reporterIn(texts)
  return only === null ? texts.map((text) => districts.namedIn(text)).find((named) => named.length > 0) ?? [] : [only]
}
