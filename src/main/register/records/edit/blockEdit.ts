import { setImmediate as nextTurn } from 'node:timers/promises'
import { mostBlockRecords, type BlockPreview } from '../../../../shared/bridge/blocks'
import { keyOf } from '../../../../shared/domain/catalogue/fields'
import { listDefinitions, type ListKind } from '../../../../shared/domain/catalogue/listFields'
import { fail, succeed, type Result } from '../../../../shared/domain/result'
import type { JobWatch } from '../../runJob'
import { blockColumns, createRowJudge, shownChange, type BlockColumn, type BlockHow, type RowOutcome } from './blockCells'
import { putHand, readStates, withFields, type HandChanges, type RecordState } from '../recordState'
import { applyChange, personsChange, type RecordChange, type RecordServices } from '../recordServices'
import { readUnitTree } from './parentUnit'
import { typedText } from './typedText'

/** Texts to be laid over records × columns; a block smaller than that repeats. */
export interface Block {
  list: ListKind
  ids: readonly number[]
  /** Row of the first record in its list, for the preview. */
  firstRow: number
  /** Whether `fields` are columns of the list or fields of its records. */
  of: 'columns' | 'fields'
  fields: readonly string[]
  /** Whether the texts take the place of what is there, or come to tags or go from them; without it they take the place. */
  how?: BlockHow
  texts: readonly (readonly string[])[]
}

export type BlockWatch = Partial<JobWatch>

/** Records read at once, and between two turns of the event loop. */
const readRecords = 250
/** Cells that a preview shows one by one; beyond, their counts say it. */
const shownCells = 200
const shownGroups = 40
/** Different changes that are told apart while counting; a column of titles has as many as it has records. */
const countedGroups = 5_000

/**
 * What a block would change, under the checks of `editRecord`.
 *
 * @returns batch_too_large, job_cancelled; what single cells refuse stands in the preview
 */
export async function previewBlock(services: RecordServices, block: Block, watch: BlockWatch = {}): Promise<Result<BlockPreview>> {
  const plan = await planBlock(services, block, watch)
  return plan.ok ? succeed(plan.value.preview) : plan
}

/**
 * Stores what a block changes as one change set; refused cells stay as they are.
 *
 * @param sequence  of the preview that the clerk saw
 * @returns register_changed when the register has moved on since, batch_too_large, job_cancelled
 */
export async function applyBlock(services: RecordServices, block: Block, sequence: number, watch: BlockWatch = {}): Promise<Result<RecordChange>> {
  const plan = await planBlock(services, block, watch)
  if (!plan.ok) return plan
  const { changes, preview, labels } = plan.value
  if (preview.sequence !== sequence) return fail('register_changed')
  const [first] = changes.updates
  const { record } = listDefinitions[block.list]
  const change = { kind: record, id: first?.id ?? 0, key: preview.cells[0]?.key ?? '', what: 'edited', field: labels.join('、'), records: Math.max(1, preview.records) } as const
  if (first === undefined) return succeed({ ...change, sequence: null })
  return applyChange(services, personsChange(services, change.field, { ...changes, readAt: sequence }), change)
}

interface BlockPlan { changes: HandChanges; preview: BlockPreview; labels: string[] }

async function planBlock(services: RecordServices, block: Block, { signal, onProgress }: BlockWatch): Promise<Result<BlockPlan>> {
  const { list, ids, texts } = block
  if (ids.length > mostBlockRecords) return fail('batch_too_large', undefined, { count: ids.length, limit: mostBlockRecords })
  const { record: kind } = listDefinitions[list]
  const columns = blockColumns(list, block.of, block.fields)
  const how = block.how ?? 'set'
  const judge = createRowJudge(kind, columns, services.reading, how, kind === 'unit' && columns.some(({ field }) => field?.name === 'parent') ? await readUnitTree(services.store) : null)
  const tally = new BlockTally(services, columns, how, await services.store.sequence())
  const changes: HandChanges = { updates: [], evidence: [], handEdits: [] }
  for (let at = 0; at < ids.length; at += readRecords) {
    if (signal?.aborted) return fail('job_cancelled')
    const page = ids.slice(at, at + readRecords)
    const states = await readStates(services.store, kind, page)
    for (const [index, id] of page.entries()) {
      const state = states.get(id)
      const outcome = state === undefined ? null : judge(state.record.values, texts[(at + index) % texts.length] ?? [''])
      tally.add(block.firstRow + at + index, state ?? null, outcome)
      if (state !== undefined && outcome !== null && outcome.changed.length > 0) putHand(changes, state, withFields(state, outcome.set, []))
    }
    onProgress?.(Math.min(ids.length, at + readRecords), ids.length)
    await nextTurn()
  }
  return succeed({ changes, preview: tally.preview(), labels: tally.labels() })
}

/** Counts what a block does, row by row, and keeps its first cells for showing. */
class BlockTally {
  private readonly groups = new Map<string, BlockPreview['groups'][number]>()
  private readonly changedColumns = new Set<number>()
  private readonly shown: BlockPreview

  constructor(private readonly services: RecordServices, private readonly columns: readonly BlockColumn[], private readonly how: BlockHow, sequence: number) {
    this.shown = { sequence, records: 0, changed: 0, same: 0, refused: 0, gone: 0, groups: [], cells: [], refusals: [] }
  }

  add(row: number, state: RecordState | null, outcome: RowOutcome | null): void {
    if (state === null || outcome === null) {
      this.shown.gone += 1
      return
    }
    this.shown.records += outcome.changed.length > 0 ? 1 : 0
    this.shown.changed += outcome.changed.length
    this.shown.same += outcome.same
    this.shown.refused += outcome.refused.length
    for (const { column, name } of outcome.changed) this.addChange(row, state, outcome, column, name)
    for (const { column, text, failure } of outcome.refused) {
      if (this.shown.refusals.length >= shownCells) break
      this.shown.refusals.push({ row, key: keyOf(state.record), label: this.labelOf(column), text, code: failure.code, details: { ...failure.details } })
    }
  }

  private addChange(row: number, { record }: RecordState, { set }: RowOutcome, column: number, name: string): void {
    const { words } = this.services.reading
    const label = this.labelOf(column)
    const { was, becomes } = shownChange(this.how, name, record.values, set)
    const before = typedText(record.kind, name, was, words)
    const after = typedText(record.kind, name, becomes, words)
    this.changedColumns.add(column)
    const key = `${column}\n${before}\n${after}`
    const group = this.groups.get(key)
    if (group !== undefined) group.count += 1
    else if (this.groups.size < countedGroups) this.groups.set(key, { label, before, after, count: 1 })
    if (this.shown.cells.length < shownCells) this.shown.cells.push({ row, key: keyOf(record), label, before, after })
  }

  preview(): BlockPreview {
    return { ...this.shown, groups: [...this.groups.values()].toSorted((a, b) => b.count - a.count).slice(0, shownGroups) }
  }

  /** Headings of the columns that change. */
  labels(): string[] {
    return [...this.changedColumns].toSorted((a, b) => a - b).map((column) => this.labelOf(column))
  }

  private labelOf(column: number): string {
    return this.columns[column]?.label ?? ''
  }
}
