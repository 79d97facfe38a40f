import type { ImportKind } from '../../../../shared/domain/catalogue/headings'
import { judgeIndicators, judgeMarketEntities, judgePopulation } from './figureTables'
import { judgeHonours } from './honours'
import type { KindJudgeFactory } from './kindJudge'
import { judgePatents } from './patents'
import { judgePct } from './pct'
import { judgePilots } from './pilots'
import { judgeStandards } from './standards'
import { judgeTrademarks } from './trademarks'
import { judgeUnits } from './units'

/** The judge of each kind of file. */
export const kindJudges: Record<ImportKind, KindJudgeFactory> = {
  standards: judgeStandards, patents: judgePatents, high_value: judgePatents, pct: judgePct, trademarks: judgeTrademarks, units: judgeUnits,
  honours: judgeHonours, pilots: judgePilots, population: judgePopulation, market_entities: judgeMarketEntities, indicators: judgeIndicators,
}
