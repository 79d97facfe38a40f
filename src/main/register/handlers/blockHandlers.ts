import type { HandlersOf } from '../../../shared/bridge/contract'
import type { BlockEdit, BlockRows } from '../../../shared/bridge/blocks'
import { recordKindOfList } from '../../../shared/domain/catalogue/listFields'
import type { RecordChange as ShownChange } from '../../../shared/bridge/records'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { applyBlock, previewBlock, type Block } from '../records/edit/blockEdit'
import { deleteRecords } from '../records/edit/deleteRecords'
import { noteRecords } from '../records/edit/noteRecords'
import type { RecordChange, RecordServices } from '../records/recordServices'
import { runJob, type JobWatch } from '../runJob'
import type { HandlerContext } from './handlerContext'

type BlockOperation = 'records.previewBlock' | 'records.applyBlock' | 'records.deleteRows' | 'records.noteRows' | 'records.cancelBlock'

/** How calls of a window reach the records. */
export interface RecordWays {
  /** Runs something that reads. */
  read<T>(work: (services: RecordServices) => Promise<Result<T>>): Promise<Result<T>>
  /** Runs a change that can be undone. */
  change(work: (services: RecordServices) => Promise<Result<RecordChange>>): Promise<Result<ShownChange>>
}

/** Changes of many records of a result; one at a time, a new one ends the one before. */
export function createBlockHandlers({ register, emit = () => undefined }: HandlerContext, { read, change }: RecordWays): HandlersOf<BlockOperation> {
  let running: AbortController | null = null

  /** Runs with progress in the status bar, until it is done or another one begins. */
  async function watched<T>(work: (watch: JobWatch) => Promise<Result<T>>): Promise<Result<T>> {
    running?.abort()
    const own = new AbortController()
    running = own
    try {
      return await runJob(emit, { name: 'job.block', cancel: { call: 'records.cancelBlock', input: {} } }, work, own)
    } finally {
      if (running === own) running = null
    }
  }

  async function idsOf({ handle, from, to }: BlockRows): Promise<Result<number[]>> {
    const list = register.results.get(handle)
    return list ? succeed(Array.from(await list.ids(from, Math.min(to, list.count)))) : fail('list_expired')
  }

  async function blockOf(edit: BlockEdit): Promise<Result<Block>> {
    const ids = await idsOf(edit)
    return ids.ok ? succeed({ list: edit.kind, ids: ids.value, firstRow: edit.from, of: edit.of, fields: edit.fields, how: edit.how, texts: edit.texts }) : ids
  }

  return {
    'records.previewBlock': (edit) => read(async (services) => {
      const block = await blockOf(edit)
      return block.ok ? watched((watch) => previewBlock(services, block.value, watch)) : block
    }),
    'records.applyBlock': ({ sequence, ...edit }) => change(async (services) => {
      const block = await blockOf(edit)
      return block.ok ? watched((watch) => applyBlock(services, block.value, sequence, watch)) : block
    }),
    'records.deleteRows': (rows) => change(async (services) => {
      const ids = await idsOf(rows)
      return ids.ok ? watched((watch) => deleteRecords(services, recordKindOfList[rows.kind], ids.value, watch)) : ids
    }),
    'records.noteRows': ({ text, ...rows }) => change(async (services) => {
      const ids = await idsOf(rows)
      return ids.ok ? watched((watch) => noteRecords(services, recordKindOfList[rows.kind], ids.value, text, watch)) : ids
    }),
    'records.cancelBlock': async () => {
      running?.abort()
      return succeed({})
    },
  }
}
