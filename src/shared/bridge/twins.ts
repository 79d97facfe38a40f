import { z } from 'zod'
import { listKind } from './lists'
import { recordSource } from './records'

/** Records that may be one, as window and command line get them. */

export const twinGroup = z.object({
  /** Ascending; the first ones of a large group, `count` has all. */
  ids: z.array(z.int()).min(2),
  count: z.int().min(2),
  /** Number and title of the first. */
  key: z.string(),
  title: z.string(),
})
export type TwinGroup = z.output<typeof twinGroup>

export const comparedField = z.object({
  name: z.string(),
  label: z.string(),
  /** Says which record it is: no value of it can be taken over. */
  isFixed: z.boolean(),
  /** Of each record, as an editor takes it; empty where it says nothing. */
  texts: z.array(z.string()),
  differs: z.boolean(),
})
export type ComparedField = z.output<typeof comparedField>

export const comparedRecord = z.object({
  id: z.int(),
  key: z.string(),
  title: z.string(),
  /** None: a person wrote it. */
  sources: z.array(recordSource.pick({ batch: true, file: true, sheet: true, row: true })),
  attachments: z.int().nonnegative(),
  /** What is noted as 待核实. */
  note: z.string().nullable(),
})
export type ComparedRecord = z.output<typeof comparedRecord>

export const comparedRecords = z.object({ kind: listKind, fields: z.array(comparedField), records: z.array(comparedRecord) })
export type ComparedRecords = z.output<typeof comparedRecords>

/** Records of which a person said that no two are one, by their numbers. */
export const apartRecords = z.object({ id: z.int(), numbers: z.array(z.string()), /** Epoch milliseconds. */ at: z.number(), operator: z.string() })
export type ApartRecords = z.output<typeof apartRecords>
