import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import Database from 'better-sqlite3'
import { openSession, type RegisterSession } from '../../../src/main/register/opened/session'
import { createCounting, type Counting } from '../../../src/main/register/counting'
import type { FoundList } from '../../../src/main/register/lists/listService'
import type { ListQuery } from '../../../src/main/register/lists/listQuery'
import { listDefinitions } from '../../../src/shared/domain/catalogue/listFields'
import { benchDay } from '../benchDay'
import { registerOf } from '../generator/buildRegister'
import { plainDuckdb, plainSqlite } from '../generator/plainTables'

/** One register and its peers, open for questions. */
export interface Questions {
  patents: number
  session: RegisterSession
  counting: Counting
  sqlite: Database.Database
  duck: DuckDBConnection
  close(): Promise<void>
}

export async function openQuestions(patents: number): Promise<Questions> {
  const session = openSession(await registerOf(patents))
  if (!session.ok) throw new Error(session.code)
  const sqlite = new Database(await plainSqlite(patents), { readonly: true })
  sqlite.pragma('cache_size = -65536')
  const instance = await DuckDBInstance.create(await plainDuckdb(patents), { access_mode: 'READ_ONLY', threads: '2' })
  const duck = await instance.connect()
  return {
    patents, session: session.value, counting: await createCounting(session.value.store, session.value.columns), sqlite, duck,
    async close() {
      await session.value.close()
      sqlite.close()
      duck.closeSync()
      instance.closeSync()
    },
  }
}

export async function findPatents({ session }: Pick<Questions, 'session'>, query: Partial<ListQuery>): Promise<FoundList> {
  const found = await session.lists.find({ kind: 'patents', search: '', filters: [], sort: [], ...query }, benchDay)
  if (!found.ok) throw new Error(found.code)
  return found.value
}

/** What both sides must agree on: how many there are, and the records shown, by their numbers. */
export interface Shown {
  count: number
  numbers: readonly string[]
}

/** A page as the window asks for it: every column of the list, the computed ones as well. */
export async function page({ session }: Pick<Questions, 'session'>, list: FoundList, from: number): Promise<string[]> {
  const rows = await session.lists.rows(list, from, Math.min(list.count, from + 100), listDefinitions[list.kind].fields, benchDay)
  return rows.map(({ cells }) => String(cells['applicationNumber']))
}

export async function duckPage(duck: DuckDBConnection, sql: string): Promise<string[]> {
  return (await duck.runAndReadAll(sql)).getRowObjects().map((row) => String(row.app_no))
}

export async function duckCount(duck: DuckDBConnection, sql: string): Promise<number> {
  return Number((await duck.runAndReadAll(sql)).getRows()[0]?.[0] ?? 0)
}

export function sqlitePage(sqlite: Database.Database, sql: string): string[] {
  return sqlite.prepare<[], { app_no: string }>(sql).all().map(({ app_no }) => app_no)
}

/** A bench that compares different answers measures nothing. */
export function requireSame(id: string, ours: Shown, peer: Shown): void {
  const [own, other] = [JSON.stringify(ours), JSON.stringify(peer)]
  if (own !== other) throw new Error(`${id}: answers differ\n  ours ${own.slice(0, 300)}\n  peer ${other.slice(0, 300)}`)
}
