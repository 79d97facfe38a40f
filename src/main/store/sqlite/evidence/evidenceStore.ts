import { kindOfNumber, packRecord, recordKinds, unpackRecord, type Values } from '../../../../shared/domain/catalogue/fields'
import type { Hand } from '../../../../shared/domain/merging/hand'
import type { Diff, SourceClass } from '../../changeSet'
import type { BatchReach, EvidenceStore, StoredEvidence, StoredSource, WithdrawnRow } from '../../registerStore'
import type { ReadDb } from '../file/database'
import { createQueryRunner, sql } from '../query'
import type { SourceTable } from '../schema'

export function createEvidenceStore(db: ReadDb): EvidenceStore {
  const query = createQueryRunner(db)
  const ofRecord = db.prepare<[number], [number, number, string | null]>('SELECT source, row, diff FROM evidence WHERE rec = ? ORDER BY source, row').raw()
  const handEdit = db.prepare<[number], HandEditCells>('SELECT "values", since, change_set FROM hand_edit WHERE rec = ?').raw()
  const readReach = createReachReader(db)
  const withdrawn = db.prepare<[number, number, number], WithdrawnCells>('SELECT row, rec, key, diff FROM withdrawn WHERE source = ? AND row BETWEEN ? AND ? ORDER BY row, rec').raw()
  const withdrawnCount = db.prepare<[number], number>('SELECT count(*) FROM withdrawn WHERE source = ?').pluck()
  const allSources = () => query.all(sql.selectFrom('source').selectAll()).map(toStoredSource)
  return {
    async ofRecords(kind, ids) {
      return new Map(ids.map((id) => [id, ofRecord.all(packRecord(kind, id)).map(toStoredEvidence)]))
    },
    async sources(ids) {
      const wanted = ids && new Set(ids)
      return new Map(allSources().filter(({ id }) => wanted?.has(id) ?? true).map((source) => [source.id, source]))
    },
    async sourcesOfBatch(batch) {
      return query.all(sql.selectFrom('source').selectAll().where('batch', '=', batch).orderBy('position')).map(toStoredSource)
    },
    async reachOfBatch(batch) {
      return readReach(batch, allSources())
    },
    async handEdits(kind, ids) {
      const found = new Map<number, Hand>()
      for (const id of ids) {
        const cells = handEdit.get(packRecord(kind, id))
        if (cells !== undefined) found.set(id, toHand(cells))
      }
      return found
    },
    async withdrawn(source, from, to) {
      return withdrawn.all(source, from, to).map(toWithdrawnRow)
    },
    async withdrawnCounts(sources) {
      return new Map(sources.map((source): [number, number] => [source, withdrawnCount.get(source) ?? 0]).filter(([, count]) => count > 0))
    },
  }
}

type HandEditCells = [values: string, since: string | null, changeSet: number]

function toHand([text, earlier, changeSet]: HandEditCells): Hand {
  const values = JSON.parse(text) as Values
  const since = earlier === null ? {} : (JSON.parse(earlier) as Hand['since'])
  return { values, since: Object.fromEntries(Object.keys(values).map((field) => [field, since[field] ?? changeSet])) }
}

type WithdrawnCells = [row: number, rec: number, key: string, diff: string | null]

function toWithdrawnRow([row, rec, key, diff]: WithdrawnCells): WithdrawnRow {
  return { row, ...unpackRecord(rec), key, diff: diff === null ? null : (JSON.parse(diff) as Diff) }
}

type ReachRow = [rec: number, others: number, differing: number, covered: number, heldByPerson: number]

/**
 * One pass over the evidence finds what the batch's sources speak about; each record's other rows are beside it in the
 * key. CROSS JOIN holds the planner to that order: free to choose, it once read all evidence for every record.
 */
export const reachSql = `
  SELECT mine.rec,
         sum(e.source NOT BETWEEN @first AND @last),
         sum(e.source NOT BETWEEN @first AND @last AND e.diff IS NOT NULL),
         max(e.diff IS NULL AND e.source IN (SELECT value FROM json_each(@covering))),
         EXISTS (SELECT 1 FROM hand_edit WHERE hand_edit.rec = mine.rec) OR EXISTS (SELECT 1 FROM attachment WHERE attachment.rec = mine.rec)
         OR EXISTS (SELECT 1 FROM note WHERE note.rec = mine.rec)
    FROM (SELECT DISTINCT rec FROM evidence WHERE source BETWEEN @first AND @last) AS mine
   CROSS JOIN evidence AS e ON e.rec = mine.rec
   GROUP BY mine.rec`

function createReachReader(db: ReadDb): (batch: number, sources: readonly StoredSource[]) => BatchReach {
  const statement = db.prepare<{ first: number; last: number; covering: string }, ReachRow>(reachSql).raw()
  return (batch, sources) => {
    const reach: BatchReach = { only: new Map(), kept: new Map(), doubtful: new Map() }
    const own = sources.filter((source) => source.batch === batch).map(({ id }) => id)
    if (own.length === 0) return reach
    const covering = JSON.stringify(coveringSources(batch, sources))
    for (const row of statement.iterate({ first: Math.min(...own), last: Math.max(...own), covering })) {
      const { kind, id } = unpackRecord(row[0])
      const group = reach[judge(row)]
      const ids = group.get(kind)
      if (ids) ids.push(id)
      else group.set(kind, [id])
    }
    return reach
  }
}

function judge([, others, differing, covered, heldByPerson]: ReachRow): keyof BatchReach {
  if (others === 0) return heldByPerson === 0 ? 'only' : 'doubtful'
  return differing === 0 && covered === 1 && heldByPerson === 0 ? 'kept' : 'doubtful'
}

/** Sources outside the batch that state every field which any sheet of the batch states about their kind. */
function coveringSources(batch: number, sources: readonly StoredSource[]): number[] {
  return recordKinds.flatMap((kind) => {
    const ofKind = sources.filter((source) => source.kind === kind)
    const stated = ofKind.filter((source) => source.batch === batch).flatMap(({ states }) => states)
    const covers = (source: StoredSource) => stated.every((field) => source.states.includes(field))
    return ofKind.filter((source) => source.batch !== batch && covers(source)).map(({ id }) => id)
  })
}

function toStoredEvidence([source, row, diff]: [number, number, string | null]): StoredEvidence {
  return { source, row, diff: diff === null ? null : (JSON.parse(diff) as Diff) }
}

function toStoredSource(row: SourceTable): StoredSource {
  return {
    id: row.id, batch: row.batch, position: row.position, sheet: row.sheet, kind: kindOfNumber(row.kind), class: row.class as SourceClass,
    states: JSON.parse(row.states) as string[],
    mapping: JSON.parse(row.mapping) as StoredSource['mapping'],
    headerRows: JSON.parse(row.header_rows) as number[],
    context: JSON.parse(row.context) as StoredSource['context'],
  }
}
