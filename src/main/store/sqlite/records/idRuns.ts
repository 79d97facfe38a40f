export interface IdRun {
  firstId: number
  lastId: number
}

/**
 * Ascending ids as runs without gaps. A batch's records mostly have consecutive ids, and one statement over a range
 * costs a fraction of one statement a record.
 */
export function* idRuns(ascendingIds: Iterable<number>): Generator<IdRun> {
  let run: IdRun | undefined
  for (const id of ascendingIds) {
    if (run !== undefined && id === run.lastId + 1) run.lastId = id
    else {
      if (run !== undefined) yield run
      run = { firstId: id, lastId: id }
    }
  }
  if (run !== undefined) yield run
}
