/** What became of a row that came in. */
export type RowOutcome = 'new' | 'changed' | 'same'

const letters: Record<RowOutcome, string> = { new: 'n', changed: 'c', same: 's' }
const outcomes = new Map(Object.entries(letters).map(([outcome, letter]) => [letter, outcome as RowOutcome])) // keys of the record above

/** Outcomes of rows in ascending order, as runs: “n7-38 c39 s40-41”. Half a million new rows are one run. */
export class RowRuns {
  private readonly runs: { outcome: RowOutcome; from: number; to: number }[] = []

  add(row: number, outcome: RowOutcome): void {
    const last = this.runs.at(-1)
    if (last?.outcome === outcome && row === last.to + 1) last.to = row
    else this.runs.push({ outcome, from: row, to: row })
  }

  toString(): string {
    return this.runs.map(({ outcome, from, to }) => letters[outcome] + (from === to ? `${from}` : `${from}-${to}`)).join(' ')
  }
}

/** Reads runs again, row by row; what is no run is passed over. */
export function* rowsOfRuns(text: string): Generator<[row: number, outcome: RowOutcome]> {
  for (const [, letter = '', from = '', to = from] of text.matchAll(/([ncs])(\d+)(?:-(\d+))?/gu)) {
    const outcome = outcomes.get(letter)
    if (outcome === undefined) continue
    for (let row = Number(from); row <= Number(to); row++) yield [row, outcome]
  }
}
