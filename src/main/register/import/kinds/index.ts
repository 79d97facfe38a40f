import type { ImportKind } from '../../../../shared/domain/catalogue/headings'
import { judgeIndicators } from './indicators'
import { judgeHonours } from './honours'
import type { KindJudgeFactory } from './kindJudge'
import { withOwnExports, withOwnFigures } from './ownExport'
import { judgePatents } from './patents'
import { judgePct } from './pct'
import { judgePilots } from './pilots'
import { judgeMarketEntities, judgePopulation } from './regionTables'
import { askingForDistrict } from './severalDistricts'
import { judgeStandards } from './standards'
import { judgeTrademarks } from './trademarks'
import { judgeUnits } from './units'

/** The judge of each kind of file. */
export const kindJudges: Record<ImportKind, KindJudgeFactory> = {
  standards: withOwnExports(askingForDistrict(judgeStandards)), patents: withOwnExports(askingForDistrict(judgePatents)), high_value: askingForDistrict(judgePatents), pct: withOwnExports(askingForDistrict(judgePct)),
  trademarks: withOwnExports(askingForDistrict(judgeTrademarks)), units: withOwnExports(askingForDistrict(judgeUnits)), honours: withOwnExports(askingForDistrict(judgeHonours)), pilots: withOwnExports(askingForDistrict(judgePilots)),
  population: withOwnFigures('population', ['region', 'series'], judgePopulation),
  market_entities: withOwnFigures('market_entities', ['region', 'year'], judgeMarketEntities),
  indicators: withOwnFigures('indicator', ['region', 'indicator', 'period'], judgeIndicators),
}
