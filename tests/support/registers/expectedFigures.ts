import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LeadRule } from '../../../src/shared/domain/counting/leadRules'
import { samplesFolder, type ExpectedStep } from './sampleImport'

/** The blocks of the samples' true answers that speak of figures. */
export interface RegionFigures { name: string; [column: string]: string | number | null }

interface Block { rows: RegionFigures[] }

export interface ExpectedFigures {
  importOrder: ExpectedStep[]
  figures: {
    F1: { rows: Record<string, string | number>[] }
    F2: { columns: Record<string, string>; byRule: Record<LeadRule, RegionFigures[]>; previousYear: { first: RegionFigures[] }; zonesSeparate: Block }
    F3: Block
    F4: { census2020: Block; yearend2021: Block; zonesSeparate: RegionFigures[] }
    F6: { census2020: Block; yearend2021: Block }
    F7: Block
    F9: { rows: Record<string, Record<string, number>> }
    highValueListComparison: { listed: number; ownButNotListed: string[]; listedButNotOwn: string[] }
    indicators_received: { rows: Record<string, Record<string, { value: number; growth: string; rank: number }>> }
  }
  recordsBehind: { form: string; period?: string; asOf?: string; region: string; cell: string; standards?: string[]; patents?: string[]; trademarks?: string[] }[]
  registerTotals: {
    units: { total: number }
    standards: { total: number }
    patents: { total: number; granted: number; validInventions: { city: number } }
    trademarks: { registrations: number; classPairs: number }
    honours: { total: number; awarded: number }
    pilots: { total: number; byTypeAndStatus: Record<string, number> }
  }
}

export const expectedFigures = JSON.parse(readFileSync(join(samplesFolder, 'expected.json'), 'utf8')) as ExpectedFigures

/** Column letter and "kind/role/newOrRevised" of F2's counted cells. */
export function f2Cells(): [string, string][] {
  return Object.entries(expectedFigures.figures.F2.columns)
}
