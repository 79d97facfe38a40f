import type { ImportKind } from '../../../../shared/domain/catalogue/headings'
import { judgeIndicators } from './indicators'
import { judgeHonours } from './honours'
import type { KindJudgeFactory } from './kindJudge'
import { withOwnExports, withOwnFigures } from './ownExport'
import { judgePatents } from './patents'
import { judgePct } from './pct'
import { judgePilots } from './pilots'
import { judgeMarketEntities, judgePopulation } from './regionTables'
import { judgeStandards } from './standards'
import { judgeTrademarks } from './trademarks'
import { judgeUnits } from './units'

/** The judge of each kind of file. */
export const kindJudges: Record<ImportKind, KindJudgeFactory> = {
  standards: withOwnExports(judgeStandards), patents: withOwnExports(judgePatents), high_value: judgePatents, pct: withOwnExports(judgePct),
  trademarks: withOwnExports(judgeTrademarks), units: withOwnExports(judgeUnits), honours: withOwnExports(judgeHonours), pilots: withOwnExports(judgePilots),
  population: withOwnFigures('population', ['region', 'series'], judgePopulation),
  market_entities: withOwnFigures('market_entities', ['region', 'year'], judgeMarketEntities),
  indicators: withOwnFigures('indicator', ['region', 'indicator', 'period'], judgeIndicators),
}
