/** A row of a grid: its record and its cells by field name. */
export interface GridRow {
  id: number
  cells: Readonly<Record<string, string | number | boolean | readonly (string | number)[] | null>>
  /** Its record has been deleted since the result was taken. */
  isGone?: boolean | undefined
  /** Fields whose cells have changed since they were first shown. */
  changed?: readonly string[]
}

export interface GridSort {
  field: string
  descending: boolean
}

export interface OpenResult {
  handle: number
  count: number
}

/** Where a grid gets its rows: it opens a result for a sort order and reads any range of it. */
export interface ResultSource {
  open(sort: readonly GridSort[]): Promise<OpenResult>
  page(handle: number, from: number, to: number): Promise<readonly GridRow[]>
  onOpened(result: OpenResult): void
  onFailed(error: unknown): void
}
