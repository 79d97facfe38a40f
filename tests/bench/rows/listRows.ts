import { DuckDBInstance } from '@duckdb/node-api'
import { openSession } from '../../../src/main/register/opened/session'
import type { GoalId } from '../goals'
import { alternate, asInUse, timed } from '../measure'
import { registerOf } from '../generator/buildRegister'
import { plainDuckdb } from '../generator/plainTables'
import { resultOf, type BenchResult } from '../result'
import { duckCount, duckPage, findPatents, page, requireSame, sqlitePage, type Questions, type Shown } from './questions'

type Ask = () => Promise<Shown> | Shown

/** Asks both sides once to compare their answers, then in turn. */
async function compare(id: GoalId, { patents }: Questions, rounds: number, ours: Ask, peer: Ask, note?: string): Promise<BenchResult> {
  requireSame(id, await ours(), await peer())
  const pair = await alternate(rounds, () => timed(ours), () => timed(peer))
  return resultOf(id, patents, pair, note === undefined ? {} : { note })
}

/** From a closed file to the first rows and the count. */
export async function open(rounds: number, patents: number): Promise<BenchResult[]> {
  const [register, duckFile] = [await registerOf(patents), await plainDuckdb(patents)]
  const ours = async (): Promise<void> => {
    const session = openSession(register)
    if (!session.ok) throw new Error(session.code)
    const list = await findPatents({ session: session.value }, {})
    await page({ session: session.value }, list, 0)
    await session.value.close()
  }
  const peer = async (): Promise<void> => {
    const instance = await DuckDBInstance.create(duckFile, { access_mode: 'READ_ONLY', threads: '2' })
    const duck = await instance.connect()
    await duckPage(duck, 'SELECT * FROM patent ORDER BY id LIMIT 100')
    await duckCount(duck, 'SELECT count(*) FROM patent')
    duck.closeSync()
    instance.closeSync()
  }
  return [resultOf('open-1m', patents, await alternate(rounds, () => timed(ours), () => timed(peer)))]
}

export async function pageDepth(questions: Questions, rounds: number): Promise<BenchResult> {
  const { patents, duck } = questions
  const list = await findPatents(questions, {})
  let step = 0
  // Every run goes somewhere else: a page that was just read would come from the cache.
  const places = Math.min(900, Math.floor(patents / 110))
  const deep = (): number => Math.floor(patents * 0.99) - 100 * (step++ % places)
  requireSame('page-depth', { count: patents, numbers: await page(questions, list, patents - 200) }, { count: patents, numbers: await duckPage(duck, `SELECT * FROM patent ORDER BY id LIMIT 100 OFFSET ${patents - 200}`) })
  const pair = await alternate(rounds, () => timed(() => page(questions, list, deep())), () => timed(() => duckPage(duck, `SELECT * FROM patent ORDER BY id LIMIT 100 OFFSET ${deep()}`)), asInUse)
  return resultOf('page-depth', patents, pair)
}

export async function jumpSorted(questions: Questions, rounds: number): Promise<BenchResult> {
  const { patents, sqlite } = questions
  const list = await findPatents(questions, { filters: [{ field: 'status', values: ['valid'] }], sort: [{ field: 'grantedOn', descending: false }] })
  const sql = (from: number): string => `SELECT * FROM patent WHERE status = 'valid' ORDER BY granted_on, id LIMIT 100 OFFSET ${from}`
  const middle = Math.floor(list.count / 2)
  requireSame('jump-sorted', { count: 0, numbers: await page(questions, list, middle) }, { count: 0, numbers: sqlitePage(sqlite, sql(middle)) })
  let step = 0
  const somewhere = (): number => Math.max(0, middle - 137 * (step++ % 50))
  const pair = await alternate(rounds, () => timed(() => page(questions, list, somewhere())), () => timed(() => sqlitePage(sqlite, sql(somewhere()))))
  return resultOf('jump-sorted', patents, pair)
}

export async function search(questions: Questions, rounds: number): Promise<BenchResult> {
  const { sqlite } = questions
  const ours = async (): Promise<Shown> => {
    const list = await findPatents(questions, { search: '电梯' })
    return { count: list.count, numbers: await page(questions, list, 0) }
  }
  const count = sqlite.prepare<[], number>("SELECT count(*) FROM patent WHERE title LIKE '%电梯%'").pluck()
  const peer = (): Shown => ({ count: count.get() ?? 0, numbers: sqlitePage(sqlite, "SELECT * FROM patent WHERE title LIKE '%电梯%' ORDER BY id LIMIT 100") })
  return compare('search-2char', questions, rounds, ours, peer)
}

export async function sortAny(questions: Questions, rounds: number): Promise<BenchResult> {
  const { duck } = questions
  const ours = async (): Promise<Shown> => {
    const list = await findPatents(questions, { sort: [{ field: 'grantedOn', descending: true }] })
    return { count: list.count, numbers: await page(questions, list, 0) }
  }
  const peer = async (): Promise<Shown> => ({
    count: await duckCount(duck, 'SELECT count(*) FROM patent'),
    numbers: await duckPage(duck, 'SELECT * FROM patent ORDER BY granted_on DESC NULLS LAST, id LIMIT 100'),
  })
  const first = await timed(ours)
  return compare('sort-any', questions, rounds, ours, peer, `the first time, with the column still on disk: ${Math.round(first)} ms`)
}

export async function filterCount(questions: Questions, rounds: number): Promise<BenchResult> {
  const { duck } = questions
  const where = "WHERE district = '370211' AND type = 'invention' AND status = 'valid'"
  const ours = async (): Promise<Shown> => {
    const filters = [{ field: 'district', values: ['370211'] }, { field: 'type', values: ['invention'] }, { field: 'status', values: ['valid'] }]
    const list = await findPatents(questions, { filters, sort: [{ field: 'filedOn', descending: true }] })
    return { count: list.count, numbers: await page(questions, list, 0) }
  }
  const peer = async (): Promise<Shown> => ({
    count: await duckCount(duck, `SELECT count(*) FROM patent ${where}`), numbers: await duckPage(duck, `SELECT * FROM patent ${where} ORDER BY filed_on DESC, id LIMIT 100`),
  })
  const first = await timed(ours)
  return compare('filter-count', questions, rounds, ours, peer, `the first time, with the columns still on disk: ${Math.round(first)} ms`)
}
