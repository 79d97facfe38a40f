import { z } from 'zod'
import { filePath } from './filePath'
import { failureData } from './failures'
import { listKind } from './lists'
import { formName, reportChoice } from './reports'

/** Closing a period: where it stands, what its forms were when they were frozen, and what has changed since. */

const stamp = z.object({ at: z.number(), by: z.string() })

export const periodText = z.string().min(4).max(40)
const reason = z.string().trim().min(1).max(400)

/** ready: can be frozen · checks_failed: only with a reason · no_data: what it counts by is missing · reopened: a correction may follow. */
export const formStates = ['ready', 'checks_failed', 'no_data', 'frozen', 'reopened'] as const

/** One frozen version of a form. */
export const frozenForm = z.object({
  form: formName,
  label: z.string(),
  version: z.int().positive(),
  frozenAt: z.number(),
  operator: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  sequence: z.int(),
  /** Why there is another version; null for the first. */
  reason: z.string().nullable(),
  reopened: stamp.extend({ reason: z.string() }).nullable(),
})
export type FrozenForm = z.output<typeof frozenForm>

export const periodForm = z.object({
  form: formName,
  label: z.string(),
  state: z.enum(formStates),
  /** The newest version, where there is one. */
  frozen: frozenForm.nullable(),
  /** Checks that do not hold today. */
  failed: z.array(z.string()),
  /** Whether what it counts, or counts by, has not been imported. */
  lacksData: z.boolean(),
  /** Why it cannot be filled today. */
  problem: failureData.nullable(),
})
export type PeriodForm = z.output<typeof periodForm>

/** 填报 → 校验 → 审核 → 上报 → 归档: what was done by whom; the first two show in the forms. */
export const periodEvents = ['reviewed', 'review_withdrawn', 'submitted', 'archived'] as const
export const periodEvent = stamp.extend({ what: z.enum(periodEvents), /** Where the archive is. */ place: z.string().optional(), /** Of the register when it was reviewed. */ sequence: z.int() })
export type PeriodEvent = z.output<typeof periodEvent>

export const periodState = z.object({
  period: z.string(),
  title: z.string(),
  /** Districts that reported standards for the year before and none for this period. */
  missing: z.array(z.object({ district: z.string(), before: z.int() })),
  /** Whether any district's reports are told apart at all. */
  hasReporters: z.boolean(),
  /** Rows of imported files that wait for an answer. */
  waiting: z.array(z.object({ batch: z.int(), file: z.string(), rows: z.int() })),
  forms: z.array(periodForm),
  events: z.array(periodEvent),
  /** The last word on the review: null where it was never made, or withdrawn. */
  review: periodEvent.nullable(),
  /** The register has changed since it was reviewed. */
  isReviewOutdated: z.boolean(),
  sequence: z.int(),
})
export type PeriodState = z.output<typeof periodState>

/** What of a period's state its log says. */
export const periodLog = periodState.pick({ events: true, review: true, isReviewOutdated: true })
export type PeriodLog = z.output<typeof periodLog>

export const closedPeriods = z.object({
  periods: z.array(z.object({ period: z.string(), title: z.string(), isSubmitted: z.boolean(), isArchived: z.boolean(), forms: z.array(frozenForm) })),
})
export type ClosedPeriods = z.output<typeof closedPeriods>

export const movements = ['added', 'withdrawn', 'moved', 'changed'] as const
const printed = z.string()
const printedCells = z.array(z.object({ row: z.string(), column: z.string(), before: printed, after: printed, change: z.string() }))

export const restatement = z.object({
  frozen: frozenForm,
  counts: z.object({ added: z.int(), withdrawn: z.int(), moved: z.int(), changed: z.int() }),
  /** At most some hundred; `counts` has all. */
  records: z.array(z.object({
    /** The list that shows it; null for what no list shows. */
    list: listKind.nullable(), id: z.int(), key: z.string(), title: z.string(), change: z.enum(movements), from: z.array(z.string()), to: z.array(z.string()),
    reasons: z.array(z.object({ at: z.number(), operator: z.string(), what: z.string(), fields: z.array(z.string()) })),
    /** Names of the changed units that it goes with. */
    follows: z.array(z.string()),
  })),
  /** Cells that would be printed otherwise today; `change` where both are numbers, of a place ▲ up or ▼ down. */
  numbers: printedCells,
  /** Those that only the program prints otherwise: nothing in the register has changed for them. */
  byRule: printedCells,
})
export type RestatementView = z.output<typeof restatement>

export const verifiedReport = z.object({
  file: z.string(),
  state: z.enum(['unchanged', 'register_changed', 'tampered', 'unproved', 'unknown']),
  isResaved: z.boolean(),
  /** Why it is unproved. */
  doubt: z.enum(['other_fonts', 'not_frozen']).nullable(),
  report: z.object({ form: z.string(), label: z.string(), period: z.string(), frozenVersion: z.int().nullable(), at: z.number(), operator: z.string() }).nullable(),
  differences: z.array(z.object({ sheet: z.string(), cell: z.string(), written: z.union([z.string(), z.number()]).nullable(), found: z.union([z.string(), z.number()]).nullable() })),
})
export type VerifiedReportView = z.output<typeof verifiedReport>

const file = filePath

/** missing: nothing came · waiting, returned: rows of its lists wait for an answer, or went back to it · received: all of it came in. */
export const reportStates = ['missing', 'waiting', 'returned', 'received'] as const

/** How a district stands with its standards of a period. */
export const districtReport = z.object({
  code: z.string(),
  district: z.string(),
  state: z.enum(reportStates),
  /** Standards of the period, and of the year before, that lists say it reported. */
  records: z.int(),
  before: z.int(),
  /** Lists that it sent, and their rows that are still open. */
  lists: z.int(),
  refused: z.int(),
  waiting: z.int(),
  newest: z.object({ batch: z.int(), file: z.string(), at: z.number() }).nullable(),
})
export type DistrictReport = z.output<typeof districtReport>

export const districtReports = z.object({
  period: z.string(),
  title: z.string(),
  /** Whether any list ever told who reported. */
  hasReporters: z.boolean(),
  districts: z.array(districtReport),
})
export type DistrictReportsView = z.output<typeof districtReports>

/** How the forms of a period are counted and laid out; each takes what it knows. */
export const closingOptions = reportChoice.pick({ leadRule: true, zones: true, population: true, totalAt: true, paper: true, lettering: true })
export type ClosingOptions = z.output<typeof closingOptions>

/** A form that was not frozen, and why. */
export const refusedForm = failureData.extend({ form: formName, label: z.string() })
export type RefusedForm = z.output<typeof refusedForm>
export const periodRequest = z.object({ period: periodText, options: closingOptions.default({}) })
export const freezeRequest = z.object({
  period: periodText,
  forms: z.array(formName).min(1).max(20),
  options: closingOptions.default({}),
  /** Needed for forms whose checks fail; printed under them. */
  reason: reason.optional(),
})
export const reopenRequest = z.object({ period: periodText, form: formName, reason })
export const restatementRequest = z.object({ period: periodText, form: formName, version: z.int().positive().optional() })
export const eventRequest = z.object({ period: periodText, what: z.enum(['reviewed', 'review_withdrawn', 'submitted']) })
export const archiveRequest = z.object({ period: periodText, folder: file })
export const reportsRequest = periodRequest.pick({ period: true })
export const fileRequest = z.object({ file })
