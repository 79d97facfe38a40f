import { z } from 'zod'
import { filePath } from '../filePath'
import { behindRow, countingChoice, figureRequest, indicatorName, indicatorSeries, periodTable, rankTable, recordsBehind } from '../counting'
import { listKind, listRange } from '../lists'
import { nothing, operation } from '../operation'
import { tileSetting } from './settingsOperations'
import { lapseEffects, lapseEffectsRequest, workbench, worklistRequest } from '../workbench'

const indicators = z.array(indicatorName).min(1).max(16)

/** Received figures have no days, so there is no table of periods of them. */
const periodQuestion = z.object({ indicator: indicatorName, choice: countingChoice })

/** Indicators, rankings and the records behind a number. */
export const countingOperations = {
  /** What can be asked of this register. */
  'counting.indicators': operation(nothing, z.object({
    indicators: z.array(z.object({ name: indicatorName, label: z.string(), short: z.string(), unit: z.string(), definition: z.string(), isStock: z.boolean(), isCounted: z.boolean(), /** What its counts are made of. */ kind: listKind })),
    /** Years of which the register knows something, newest first. */
    years: z.array(z.int()),
    /** The last whole year with figures. */
    period: z.string(),
    populations: z.array(z.string()),
    /** Years and indicators of received figures for the cities of the province. */
    received: z.array(z.object({ period: z.string(), indicators: z.array(indicatorName) })),
    /** Whether there is nothing to count yet. */
    isEmpty: z.boolean(),
    districtCount: z.int(),
    cityCount: z.int(),
  })),
  'counting.table': operation(z.object({ indicators, choice: countingChoice }), rankTable),
  'counting.records': operation(figureRequest, recordsBehind),
  'counting.page': operation(listRange, z.object({ rows: z.array(behindRow) })),
  'counting.series': operation(z.object({ indicator: indicatorName, choice: countingChoice, years: z.int().min(2).max(12) }), indicatorSeries),
  /** The period, those before it and the sums to its end, for every row and the whole last. */
  'counting.periods': operation(periodQuestion, periodTable),
  /** Writes that table with its rules as .xlsx. */
  'counting.exportPeriods': operation(periodQuestion.extend({ file: filePath }), z.object({ file: z.string() })),
  /** A square for each district on a schematic map, by code. */
  'counting.tiles': operation(nothing, z.object({ tiles: z.array(tileSetting) })),
  /** Writes the table with its rules as .xlsx. */
  'counting.export': operation(z.object({ indicators, choice: countingChoice, file: filePath }), z.object({ file: z.string() })),
  'counting.workbench': operation(z.object({ period: z.string().min(4).max(40) }), workbench),
  /** What ends within some days, and what that does to the stocks of today and to places. */
  'counting.lapses': operation(lapseEffectsRequest, lapseEffects),
  /** The records behind one line of the first page. */
  'counting.worklist': operation(worklistRequest, recordsBehind),
} as const
