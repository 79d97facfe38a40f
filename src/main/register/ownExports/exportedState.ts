import type { RecordKind, Values } from '../../../shared/domain/catalogue/fields'
import type { RegisterStore, StoredRecord } from '../../store/registerStore'
import { readExportMark } from './exportMark'

/** A record as the export showed it. */
export interface ExportedRecord {
  /** Sequence of the state that the export showed. */
  at: number
  /** Its values then; null where it has not changed since. */
  values: Values | null
}

/** The state of the register that a file shows which was exported from it. */
export class ExportedState {
  private changed = new Map<number, Values>()

  constructor(private readonly sequence: number, private readonly store: Pick<RegisterStore, 'past'>, private readonly hasMovedOn: boolean) {}

  /** Makes ready what some records said then; those of an earlier call are let go. */
  async load(kind: RecordKind, records: readonly StoredRecord[]): Promise<void> {
    if (this.hasMovedOn) this.changed = await this.store.past.valuesAt(kind, records, this.sequence)
  }

  /** @param record  one of those that were loaded */
  of({ id }: StoredRecord): ExportedRecord {
    return { at: this.sequence, values: this.changed.get(id) ?? null }
  }
}

/**
 * The state that an exported file shows, by its mark.
 *
 * @returns null for a file without a mark, as older programs and .csv files are, and for one of another register or of a
 *          state that this one never was in, as after a backup was put in its place
 */
export async function recogniseExport(mark: string | undefined, store: Pick<RegisterStore, 'past'>): Promise<ExportedState | null> {
  const said = readExportMark(mark)
  if (said === null || await store.past.link(said.sequence) !== said.link) return null
  return new ExportedState(said.sequence, store, await store.past.hasChangedSince(said.sequence))
}
