import { z } from 'zod'
import { recordAttachment } from './attachments'
import { listKind } from './lists'
import { likenessDoubts, likenessReasons } from '../domain/units/compareNames'

/** Units, the names that look like them, and everything of one unit, as window and command line get them. */

const whole = z.int().nonnegative()

/** How many records name a unit; each counts once. `lead`: standards with it as first drafting unit; `validPatents`: in force today. */
export const unitCounts = z.object({ standards: whole, lead: whole, patents: whole, validPatents: whole, trademarks: whole, pct: whole, honours: whole, pilots: whole })
export type UnitCounts = z.output<typeof unitCounts>

/** One of the names or units of a group. */
export const clusterMember = z.object({
  /** What names it in a merge: the unit's code, else the name. */
  ref: z.string(),
  /** Id of the unit's record; null for a name that no unit carries. */
  id: z.int().nullable(),
  /** The unit's code, or the one that records state beside the name. */
  code: z.string().nullable(),
  name: z.string(),
  otherNames: z.array(z.string()),
  /** Fields of the unit as people read them, by name; a name has none. */
  fields: z.record(z.string(), z.string()),
  counts: unitCounts,
  /** Where it comes from: “单位名录_2021 第 46 行”; a few. */
  sources: z.array(z.string()),
})
export type ClusterMember = z.output<typeof clusterMember>

export const unitCluster = z.object({
  /** Names it from one question to the next. */
  key: z.string(),
  percent: whole,
  reasons: z.array(z.enum(likenessReasons)),
  doubts: z.array(z.enum(likenessDoubts)),
  members: z.array(clusterMember),
})
export type UnitCluster = z.output<typeof unitCluster>

export const unitClusters = z.object({
  clusters: z.array(unitCluster),
  /** Groups there are; `clusters` may hold fewer. */
  total: whole,
  /** Names that a person joined, and pairs that a person told apart, so far. */
  merged: whole,
  apart: whole,
})
export type UnitClusters = z.output<typeof unitClusters>

/** A unit's code, any of its names, or a name that no unit carries. */
export const unitRef = z.string().min(1).max(500)

export const mergeChoice = z.object({
  /** The unit or name that stays. */
  keep: unitRef,
  /** Those that go into it. */
  others: z.array(unitRef).min(1).max(200),
  /** Fields of the merged unit that come from another member: field name to its ref. */
  from: z.record(z.string().max(40), unitRef),
})
export type MergeChoice = z.output<typeof mergeChoice>

/** What was done to units. */
export const unitWords = z.object({
  what: z.enum(['merged', 'split', 'told_apart', 'together']),
  /** The unit or name that stays. */
  unit: z.string(),
  names: z.array(z.string()),
  /** How many groups were merged at once, where more than one; `unit` is the first of them. */
  groups: z.int().positive().optional(),
})
export type UnitWords = z.output<typeof unitWords>

/** The same for the line that offers to undo it: change set, to be undone by its number; null when nothing had to change. */
export const unitChange = unitWords.extend({ sequence: z.int().nullable() })
export type UnitChange = z.output<typeof unitChange>

/** Two names that a person said are not one unit. */
export const apartPair = z.object({ names: z.array(z.string()), /** Epoch milliseconds. */ at: z.number(), operator: z.string() })
export type ApartPair = z.output<typeof apartPair>

/** What would stand on the merged unit; `twice`: standards that name several of the merged names, and count once. */
export const mergePreview = unitCounts.extend({ twice: whole })
export type MergePreview = z.output<typeof mergePreview>

/** A name that no unit carries. */
export const unresolvedName = z.object({ name: z.string(), otherNames: z.array(z.string()), code: z.string().nullable(), counts: unitCounts, total: whole })
export type UnresolvedName = z.output<typeof unresolvedName>

/** The same with the units that it may be, the surest first. */
export const openName = unresolvedName.extend({
  candidates: z.array(z.object({ ref: z.string(), name: z.string(), percent: whole, reasons: z.array(z.enum(likenessReasons)), doubts: z.array(z.enum(likenessDoubts)) })),
})
export type OpenName = z.output<typeof openName>

/** Those with most records first; `total`: all that no unit carries, `found`: those that were asked for. */
export const openNames = z.object({ total: whole, found: whole, names: z.array(openName) })
export type OpenNames = z.output<typeof openNames>

export const profileKinds = ['standards', 'patents', 'trademarks', 'pct', 'honours', 'pilots'] as const
export type ProfileKind = (typeof profileKinds)[number]

const cell = z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number()]))]).nullable()

/** The records of one kind that name a unit: cells by field name as lists give them, newest first; standards have `role` and `position` beside them. */
export const profileSection = z.object({
  kind: z.enum(profileKinds),
  total: whole,
  rows: z.array(z.object({ id: z.int(), cells: z.record(z.string(), cell) })),
})
export type ProfileSection = z.output<typeof profileSection>

export const profileYear = z.object({ year: z.string(), counts: z.record(z.enum(profileKinds), whole) })
export type ProfileYear = z.output<typeof profileYear>

/** Everything of one unit (一企一档). */
export const unitProfile = z.object({
  ref: z.string(),
  /** Id of the unit's record; null for a name that no unit carries. */
  id: z.int().nullable(),
  code: z.string().nullable(),
  name: z.string(),
  otherNames: z.array(z.string()),
  /** Names that a person joined to it, which can be taken out again. */
  aliases: z.array(z.string()),
  /** Units that were merged into it. */
  merged: z.array(z.object({ code: z.string(), name: z.string() })),
  /** The unit's own fields as people read them, empty ones left out. */
  fields: z.array(z.object({ name: z.string(), label: z.string(), text: z.string() })),
  counts: unitCounts,
  sections: z.array(profileSection),
  /** Files of its own record and of those that name it. */
  attachments: z.array(recordAttachment.pick({ sha256: true, fileName: true, type: true, sizeBytes: true, note: true, isMissing: true }).extend({ kind: listKind, id: z.int(), key: z.string() })),
  /** Newest first; without records whose year is not known. */
  years: z.array(profileYear),
})
export type UnitProfile = z.output<typeof unitProfile>

/** What was filled into a colleague's list (核对回填). */
export const filledList = z.object({
  file: z.string(),
  out: z.string(),
  /** patched: the same workbook with columns put in at the right; copied: a new one with its values. */
  how: z.enum(['patched', 'copied']),
  sheets: z.array(z.object({
    sheet: z.string().nullable(),
    kind: z.enum(['standards', 'patents', 'trademarks', 'units']),
    keyColumns: z.array(z.string()),
    /** First column that was filled. */
    firstColumn: z.string(),
    lines: whole, found: whole, notFound: whole, disagreeing: whole,
  })),
})
export type FilledList = z.output<typeof filledList>
