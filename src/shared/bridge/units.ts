import type { LikenessDoubt, LikenessReason } from '../domain/units/compareNames'

/** Units, the names that look like them, and everything of one unit, as window and command line get them. */

/** How many records name a unit; each counts once. */
export interface UnitCounts {
  standards: number
  /** Of these as first drafting unit. */
  lead: number
  patents: number
  /** Of these in force today. */
  validPatents: number
  trademarks: number
  pct: number
  honours: number
  pilots: number
}

/** One of the names or units of a group. */
export interface ClusterMember {
  /** What names it in a merge: the unit's code, else the name. */
  ref: string
  /** Id of the unit's record; null for a name that no unit carries. */
  id: number | null
  /** The unit's code, or the one that records state beside the name. */
  code: string | null
  name: string
  /** Its other names. */
  otherNames: string[]
  /** Fields of the unit as people read them, by name; a name has none. */
  fields: Record<string, string>
  counts: UnitCounts
  /** Where it comes from: “单位名录_2021.xlsx 第 46 行”; a few. */
  sources: string[]
}

export interface UnitCluster {
  /** Names it from one question to the next. */
  key: string
  percent: number
  reasons: LikenessReason[]
  doubts: LikenessDoubt[]
  members: ClusterMember[]
}

export interface UnitClusters {
  clusters: UnitCluster[]
  /** Groups there are; `clusters` may hold fewer. */
  total: number
  /** Names that a person joined, and pairs that a person told apart, so far. */
  merged: number
  apart: number
}

export interface MergeChoice {
  /** Ref of the unit or name that stays. */
  keep: string
  /** Refs of those that go into it. */
  others: string[]
  /** Fields of the merged unit that come from another member: field name to its ref. */
  from: Record<string, string>
}

/** What was done, for the line that offers to undo it. */
export interface UnitChange {
  what: 'merged' | 'split' | 'told_apart'
  /** The unit or name that stays. */
  unit: string
  names: string[]
  /** Change set, to be undone by its number; null when nothing had to change. */
  sequence: number | null
}

/** A name that no unit carries. */
export interface UnresolvedName {
  name: string
  otherNames: string[]
  code: string | null
  counts: UnitCounts
  total: number
}

export const profileKinds = ['standards', 'patents', 'trademarks', 'pct', 'honours', 'pilots'] as const
export type ProfileKind = (typeof profileKinds)[number]

/** The records of one kind that name a unit. */
export interface ProfileSection {
  kind: ProfileKind
  total: number
  /** Cells by field name as lists give them, newest first; standards have `role` and `position` beside them. */
  rows: ({ id: number } & Record<string, string | number | boolean | (string | number)[] | null>)[]
}

export interface ProfileYear {
  year: string
  counts: Record<ProfileKind, number>
}

/** Everything of one unit (一企一档). */
export interface UnitProfile {
  ref: string
  /** Id of the unit's record; null for a name that no unit carries. */
  id: number | null
  code: string | null
  name: string
  otherNames: string[]
  /** Units that were merged into it. */
  merged: { code: string; name: string }[]
  /** The unit's own fields as people read them, empty ones left out. */
  fields: { name: string; label: string; text: string }[]
  counts: UnitCounts
  sections: ProfileSection[]
  /** Newest first; without those of which nothing is known. */
  years: ProfileYear[]
}
