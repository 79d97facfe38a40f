import { useGoTo } from '../navigation'
import { recordDestination } from './recordRoute'
import { RecordLines, recordLineHeight, type RecordLine } from './RecordLines'
import { RowWindow } from './RowWindow'

export interface RecordWindowProps {
  label: string
  /** Of the records, as lists call it. */
  kind: string
  count: number
  load(from: number, to: number): Promise<readonly (RecordLine & { id: number })[]>
  onFailed(error: unknown): void
}

/** A long list of records, each of which opens where records of its kind are listed. */
export function RecordWindow({ label, kind, count, load, onFailed }: RecordWindowProps) {
  const goTo = useGoTo()
  return <RowWindow label={label} count={count} rowHeight={recordLineHeight} load={load} onFailed={onFailed} render={(line) => <RecordLines line={line} onOpen={() => goTo(recordDestination(kind, line))} />} />
}
