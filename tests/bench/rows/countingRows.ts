import type { IndicatorName } from '../../../src/shared/domain/catalogue/indicators'
import type { RankRequest } from '../../../src/main/register/ranking/countingOptions'
import { behindFigure } from '../../../src/main/register/rankTable/behindList'
import { describeBehind } from '../../../src/main/register/rankTable/describeBehind'
import { benchDay } from '../benchDay'
import { alternate, asInUse, timed } from '../measure'
import { resultOf, type BenchResult } from '../result'
import { requireSame, sqlitePage, type Questions, type Shown } from './questions'

const period = '2021'
const day = '2021-12-31'
const dayBefore = '2020-12-31'

/** Eight indicators over patents, each with the year before beside it, as a ranking always has. */
const asked: readonly (readonly [IndicatorName, RankRequest])[] = [
  ['patents_granted', { period }], ['patents_granted', { period, filters: ['type=invention'] }], ['patents_granted', { period, filters: ['ownerType=enterprise'] }],
  ['inventions_valid', { period }], ['inventions_valid', { period, filters: ['ownerType=university'] }],
  ['high_value', { period }], ['high_value', { period, filters: ['criterion=strategic'] }], ['high_value_share', { period }],
]

/** The same as one statement: 8 counts now and 8 before, by district; the peer has district and end of term as columns. */
function rankingSql(): string {
  const granted = (year: string, more = ''): string => `count(*) FILTER (granted_on BETWEEN '${year}-01-01' AND '${year}-12-31'${more})`
  const inForce = (on: string, more = ''): string => `count(*) FILTER (type = 'invention' AND granted_on <= '${on}' AND ends_on > '${on}'${more})`
  const highValue = (on: string): string => ` AND (strategic = 1 OR overseas_family = 1 OR pledge = 1 OR award = 1 OR filed_on < '${Number(on.slice(0, 4)) - 10}${on.slice(4)}')`
  const counts = [day, dayBefore].flatMap((on) => {
    const year = on.slice(0, 4)
    return [
      granted(year), granted(year, " AND type = 'invention'"), granted(year, " AND owner_type = 'enterprise'"),
      inForce(on), inForce(on, " AND owner_type = 'university'"), inForce(on, highValue(on)), inForce(on, ' AND strategic = 1'),
      `round(100.0 * ${inForce(on, highValue(on))} / nullif(${inForce(on)}, 0), 1)`,
    ]
  })
  return `SELECT district, ${counts.join(', ')} FROM patent GROUP BY district ORDER BY district`
}

export async function rank(questions: Questions, rounds: number): Promise<BenchResult> {
  const { counting, duck, patents } = questions
  const ours = async (): Promise<Map<string, number[]>> => {
    const figures = new Map<string, number[]>()
    for (const [indicator, request] of asked) {
      const answer = await counting.rank(indicator, request)
      if (!answer.ok) throw new Error(`${indicator}: ${answer.code}`)
      for (const { code, level, value } of answer.value.rows) if (code !== null && level === 'district') figures.set(code, [...(figures.get(code) ?? []), value ?? 0])
    }
    return figures
  }
  const peer = async (): Promise<Map<string, number[]>> => {
    const rows = (await duck.runAndReadAll(rankingSql())).getRows()
    return new Map(rows.map(([district, ...values]) => [String(district), values.slice(0, asked.length).map(Number)]))
  }
  requireSameFigures(await ours(), await peer())
  return resultOf('rank', patents, await alternate(rounds, () => timed(ours), () => timed(peer)))
}

function requireSameFigures(ours: ReadonlyMap<string, readonly number[]>, peer: ReadonlyMap<string, readonly number[]>): void {
  for (const [district, values] of ours) {
    const other = peer.get(district) ?? []
    // Halves may be rounded either way in the last printed digit of a share.
    const differs = values.some((value, at) => Math.abs(value - (other[at] ?? Number.NaN)) > (at === asked.length - 1 ? 0.1001 : 0))
    if (differs || values.length !== other.length) throw new Error(`rank: ${district} ${values.join(' ')} against ${other.join(' ')}`)
  }
  if (ours.size !== 10) throw new Error(`rank: ${ours.size} districts`)
}

/** Behind one number of the ranking, as the window opens it: how many, and the first hundred by day with what it shows of them. */
export async function drillDown(questions: Questions, rounds: number): Promise<BenchResult> {
  const { counting, session, sqlite, patents } = questions
  const ours = async (): Promise<Shown> => {
    const asked = { indicator: 'inventions_valid', choice: { period, scope: 'districts' }, row: '黄岛区', filters: [], isYearBefore: false } as const
    const behind = await behindFigure(await counting.columns(), asked)
    if (!behind.ok) throw new Error(behind.code)
    const rows = await describeBehind(session, behind.value, 0, 100, benchDay)
    return { count: behind.value.count, numbers: rows.map(({ key }) => key) }
  }
  const where = `WHERE district = '370211' AND type = 'invention' AND granted_on <= '${day}' AND ends_on > '${day}'`
  const count = sqlite.prepare<[], number>(`SELECT count(*) FROM patent ${where}`).pluck()
  const peer = (): Shown => ({ count: count.get() ?? 0, numbers: sqlitePage(sqlite, `SELECT * FROM patent ${where} ORDER BY granted_on, id LIMIT 100`) })
  requireSame('drill-down', await ours(), peer())
  return resultOf('drill-down', patents, await alternate(rounds, () => timed(ours), () => timed(peer), asInUse))
}
