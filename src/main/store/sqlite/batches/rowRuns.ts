import Database from 'better-sqlite3'
import type { WriteDb } from '../file/database'
import type { Cell } from '../records/recordCodec'

/** Rows on their way into a table: they are there once the run is finished. */
export interface RowRun<Row extends Cell[]> {
  add(...row: Row): void
  finish(): void
}

export interface RowRunEvents<Row extends Cell[]> {
  written?(rows: readonly Row[]): void
  /** A key among these rows is there already, so none of them was written; without this the error goes on. */
  refused?(rows: readonly Row[]): void
}

/** Crossing into the library costs more than a narrow row itself. Wide rows gain nothing from it. */
const rowsAtOnce = 40

/** Opens runs of insertions into a narrow table, some dozens of rows a statement. */
export function createRowRuns<Row extends Cell[]>(db: WriteDb, table: string, columns: readonly string[], events: RowRunEvents<Row> = {}): () => RowRun<Row> {
  const one = db.prepare<[Cell[]]>(insertSql(table, columns, 1))
  const many = db.prepare<[Cell[]]>(insertSql(table, columns, rowsAtOnce))
  const write = (rows: readonly Row[]) => {
    try {
      const statement = rows.length === rowsAtOnce ? many : one
      statement.run(cellsOf(rows))
    } catch (error) {
      if (events.refused === undefined || !isTakenKey(error)) throw error
      events.refused(rows)
      return
    }
    events.written?.(rows)
  }
  return () => {
    let pending: Row[] = []
    return {
      add(...row) {
        pending.push(row)
        if (pending.length < rowsAtOnce) return
        write(pending)
        pending = []
      },
      finish() {
        for (const row of pending) write([row])
        pending = []
      },
    }
  }
}

function insertSql(table: string, columns: readonly string[], rows: number): string {
  const places = `(${columns.map(() => '?').join(', ')})`
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${Array.from({ length: rows }, () => places).join(', ')}`
}

function cellsOf(rows: readonly (readonly Cell[])[]): Cell[] {
  const cells: Cell[] = []
  for (const row of rows) for (const cell of row) cells.push(cell)
  return cells
}

function isTakenKey(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code === 'SQLITE_CONSTRAINT_PRIMARYKEY'
}
