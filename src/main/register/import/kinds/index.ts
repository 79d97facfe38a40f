import type { ImportKind } from '../../../../shared/domain/catalogue/headings'
import { readingDistrictBesideName } from '../owners/districtBesideName'
import { judgeIndicators } from '../figures/indicators'
import { judgeHonours } from './honours'
import type { KindJudgeFactory } from './kindJudge'
import { withOwnExports, withOwnFigures } from './ownExport'
import { judgePatents } from './patents'
import { judgePct } from './pct'
import { judgePilots } from './pilots'
import { judgeMarketEntities, judgePopulation } from '../figures/regionTables'
import { askingForDistrict } from '../owners/severalDistricts'
import { tellingOfSheetsBefore } from '../owners/districtUnsaid'
import { judgeStandards } from './standards'
import { judgeTrademarks } from './trademarks'
import { judgeUnits } from './units'

/** With the district of a row as names and headings say it. */
const withPlaces = (judge: KindJudgeFactory): KindJudgeFactory => readingDistrictBesideName(tellingOfSheetsBefore(askingForDistrict(judge)))

/** The judge of each kind of file. */
export const kindJudges: Record<ImportKind, KindJudgeFactory> = {
  standards: withOwnExports(withPlaces(judgeStandards)), patents: withOwnExports(withPlaces(judgePatents)), high_value: withPlaces(judgePatents), pct: withOwnExports(withPlaces(judgePct)),
  trademarks: withOwnExports(withPlaces(judgeTrademarks)), units: withOwnExports(withPlaces(judgeUnits)), honours: withOwnExports(withPlaces(judgeHonours)), pilots: withOwnExports(withPlaces(judgePilots)),
  population: withOwnFigures('population', ['region', 'series'], judgePopulation),
  market_entities: withOwnFigures('market_entities', ['region', 'year'], judgeMarketEntities),
  indicators: withOwnFigures('indicator', ['region', 'indicator', 'period'], judgeIndicators),
}
