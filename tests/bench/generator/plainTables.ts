import { DuckDBInstance } from '@duckdb/node-api'
import Database from 'better-sqlite3'
import { endOfForce, patentTypeNumber } from '../../../src/main/register/columns/patentColumns'
import { firstDay, packDate, unpackDate } from '../../../src/main/register/columns/packedDate'
import { patentStatusOn } from '../../../src/main/register/lists/statuses'
import { benchDay } from '../benchDay'
import { cached } from '../cache'
import { unitsOf } from './buildRegister'
import { makePatent, type MadePatent } from './patents'

/**
 * The same patents as one plain table with the indexes that anybody would make: what the peers work on. They are given
 * what the register computes (the district of the first owner, the status on the day, the end of the term) as columns.
 */
export const plainColumns = [
  ['id', 'INTEGER'], ['app_no', 'TEXT'], ['type', 'TEXT'], ['title', 'TEXT'], ['applicants', 'TEXT'], ['district', 'TEXT'], ['status', 'TEXT'],
  ['owner_uscc', 'TEXT'], ['owner_type', 'TEXT'], ['owner_place', 'TEXT'], ['owner_address', 'TEXT'], ['filed_on', 'TEXT'], ['granted_on', 'TEXT'], ['lapsed_on', 'TEXT'],
  ['ends_on', 'TEXT'], ['stated_status', 'TEXT'], ['legal_event', 'TEXT'], ['publications', 'TEXT'], ['ipc', 'TEXT'], ['pct_number', 'TEXT'],
  ['strategic', 'INTEGER'], ['overseas_family', 'INTEGER'], ['pledge', 'INTEGER'], ['award', 'INTEGER'], ['batch', 'INTEGER'],
] as const

export const plainIndexes = [
  'CREATE UNIQUE INDEX patent_app_no ON patent (app_no)', 'CREATE INDEX patent_place ON patent (district, type, status)',
  'CREATE INDEX patent_filed ON patent (filed_on)', 'CREATE INDEX patent_batch ON patent (batch)',
]

const columnList = plainColumns.map(([name, type]) => `${name} ${type}`).join(', ')
export const createPlainTable = `CREATE TABLE patent (${columnList.replace('id INTEGER', 'id INTEGER PRIMARY KEY')}) STRICT`

type PlainRow = (string | number | null)[]

function plainRow(id: number, { values, unit }: MadePatent, batch: number): PlainRow {
  const text = (name: string) => (values[name] as string | number | undefined) ?? null
  const list = (name: string) => (values[name] as string[] | undefined)?.join('; ') ?? null
  const ends = endOfForce(patentTypeNumber(text('type')), packDate(text('filedOn')), firstDay(packDate(text('lapsedOn'))), values.statedStatus === 'invalid')
  const status = patentStatusOn(packDate(text('grantedOn')), ends, packDate(benchDay))
  return [
    id, text('applicationNumber'), text('type'), text('title'), list('parties'), unit?.district ?? text('ownerPlace'), status,
    text('ownerUscc'), text('ownerType'), text('ownerPlace'), text('ownerAddress'), text('filedOn'), text('grantedOn'), text('lapsedOn'),
    unpackDate(ends), text('statedStatus'), text('legalEvent'), list('publications'), list('ipc'), text('pctNumber'),
    text('strategic'), text('overseasFamily'), text('pledge'), text('award'), batch,
  ]
}

function* plainRows(patents: number): Generator<PlainRow> {
  const units = unitsOf(patents)
  for (let index = 0; index < patents; index++) yield plainRow(index + 1, makePatent(index, units), Math.floor(index / 50_000) + 1)
}

export function plainSqlite(patents: number): Promise<string> {
  return cached(`plain-${patents}.sqlite`, (path) => {
    const db = new Database(path)
    try {
      db.pragma('page_size = 8192')
      db.pragma('journal_mode = WAL')
      db.exec(createPlainTable)
      insertPlainRows(db, plainRows(patents))
      for (const index of plainIndexes) db.exec(index)
      db.exec('ANALYZE')
    } finally {
      db.close()
    }
  })
}

function insertPlainRows(db: Database.Database, rows: Iterable<PlainRow>): void {
  const insert = db.prepare<PlainRow>(`INSERT INTO patent VALUES (${plainColumns.map(() => '?').join(', ')})`)
  db.transaction(() => {
    for (const row of rows) insert.run(...row)
  })()
}

/** Adds a batch of further patents to a plain table, for the undo to be compared with. */
export function addPlainBatch(path: string, first: number, count: number, patents: number): void {
  const units = unitsOf(patents)
  const db = new Database(path)
  try {
    insertPlainRows(db, Array.from({ length: count }, (_, at) => plainRow(first + at, makePatent(first + at, units), first)))
    db.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    db.close()
  }
}

/** The same table in DuckDB, with the unique index on the number. */
export function plainDuckdb(patents: number): Promise<string> {
  return cached(`plain-${patents}.duckdb`, async (path) => {
    const sqlite = await plainSqlite(patents)
    const instance = await DuckDBInstance.create(path)
    const connection = await instance.connect()
    try {
      await connection.run(`CREATE TABLE patent (${columnList})`)
      const appender = await connection.createAppender('patent')
      for (const row of readPlainRows(sqlite)) {
        row.forEach((value, at) => {
          if (value === null) appender.appendNull()
          else if (plainColumns[at]?.[1] === 'INTEGER') appender.appendInteger(Number(value))
          else appender.appendVarchar(String(value))
        })
        appender.endRow()
      }
      appender.closeSync()
      await connection.run('CREATE UNIQUE INDEX patent_app_no ON patent (app_no)')
      await connection.run('CHECKPOINT')
    } finally {
      connection.closeSync()
      instance.closeSync()
    }
  })
}

function* readPlainRows(path: string): Generator<PlainRow> {
  const db = new Database(path, { readonly: true })
  try {
    yield* db.prepare<[], PlainRow>('SELECT * FROM patent ORDER BY id').raw().iterate()
  } finally {
    db.close()
  }
}
