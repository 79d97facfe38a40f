import { z } from 'zod'
import { importKinds } from '../domain/catalogue/headings'
import { repairCodes, noticeCodes, skipCodes } from '../domain/errorCodes'

/** Files on their way in, as the window sees them. Long lists stay behind the bridge and are asked by range. */

export const importJobId = z.int().positive()
const kind = z.enum(importKinds)
const sheetIndex = z.int().nonnegative()
const count = z.int().nonnegative()

/** queued → reading → ready (or locked, refused, cancelled) → commit_queued → writing → done. */
export const jobStates = ['queued', 'reading', 'ready', 'locked', 'refused', 'cancelled', 'commit_queued', 'writing', 'done'] as const
export type JobState = (typeof jobStates)[number]

const uncommittedStates: ReadonlySet<JobState> = new Set(['queued', 'reading', 'ready', 'locked', 'commit_queued', 'writing'])

/** Whether a file in this state would lose what the clerk said about it, if it were dropped. */
export function isUncommitted(state: JobState): boolean {
  return uncommittedStates.has(state)
}

/** One verdict a row, the most telling first: a repaired row that is new counts as repaired. `answered`: left out by the clerk. */
export const rowVerdicts = ['new', 'changed', 'same', 'repaired', 'conflict', 'review', 'rejected', 'left_out', 'skipped'] as const
export const rowVerdict = z.enum(rowVerdicts)
export type RowVerdict = (typeof rowVerdicts)[number]

export const importFailure = z.object({
  ok: z.literal(false),
  code: z.string(),
  at: z.record(z.string(), z.unknown()).optional(),
  details: z.record(z.string(), z.unknown()).optional(),
})

const rowCounts = z.object({ read: count, skipped: count, new: count, changed: count, same: count, review: count, rejected: count, repaired: count })

export const importJob = z.object({
  job: importJobId,
  /** Grows whenever there is something new to ask about the job. */
  revision: count,
  file: z.string(),
  /** Where the file lies. */
  path: z.string(),
  sizeBytes: count,
  state: z.enum(jobStates),
  progress: z.object({ read: count, size: count, rows: count, rowsPerSecond: count, remainingMs: count.nullable() }).nullable(),
  kind: kind.nullable(),
  /** District that the file or the clerk names. */
  district: z.string().nullable(),
  /** Rows by verdict; null until judged. */
  verdicts: z.partialRecord(rowVerdict, count).nullable(),
  /** Questions without an answer. */
  open: count,
  /** Answers given, each of which can be taken back. */
  answered: count,
  failure: importFailure.nullable(),
  batch: z.int().nullable(),
  /** Rows as they were written; null until then. */
  written: rowCounts.nullable(),
})
export type ImportJob = z.output<typeof importJob>

/** A heading that a remembered layout did not have, that is gone, stands elsewhere, or is written otherwise (`to`). */
export const layoutDifference = z.object({ kind: z.enum(['added', 'missing', 'moved', 'renamed']), heading: z.string(), to: z.string().nullable() })

/** How files of a sender are read from now on. */
export const rememberedLayout = z.object({
  id: z.string(), fileName: z.string(), sheet: z.string().nullable(), kind, columns: count, imported: count, district: z.string().nullable(), answers: count, at: z.number(), operator: z.string(),
})
export type RememberedLayout = z.output<typeof rememberedLayout>

export const sheetSummary = z.object({
  index: sheetIndex,
  name: z.string().nullable(),
  state: z.enum(['visible', 'hidden', 'veryHidden']),
  /** Null when it is no known table, or not read. */
  kind: kind.nullable(),
  headerRows: z.array(z.int().positive()),
  rows: count,
  width: count,
  /** First and last data row. */
  dataFrom: z.int().nullable(),
  dataTo: z.int().nullable(),
  dataRows: count,
  skipped: z.array(z.object({ code: z.enum(skipCodes), count })),
  isIncluded: z.boolean(),
  /** The remembered layout that the sheet is read by, and where it differs. */
  layout: z.object({ fileName: z.string(), at: z.number(), differences: z.array(layoutDifference) }).nullable(),
  title: z.object({ text: z.string(), reporter: z.string().nullable(), year: z.int().nullable() }).nullable(),
})
export type SheetSummary = z.output<typeof sheetSummary>

/** What an import does to an indicator, the city and the districts whose value or place moves. */
export const indicatorEffect = z.object({
  indicator: z.string(), label: z.string(), unit: z.string(), period: z.string(),
  before: z.number().nullable(), after: z.number().nullable(),
  regions: z.array(z.object({ name: z.string(), before: z.number().nullable(), after: z.number().nullable(), rankBefore: z.number().nullable(), rankAfter: z.number().nullable() })),
})
export type IndicatorEffect = z.output<typeof indicatorEffect>

/** What all files that are ready would do together; `leftOut` are too long to be counted with the others. */
export const allFilesForecast = z.object({ files: count, leftOut: count, effect: z.array(indicatorEffect) })
export type AllFilesForecast = z.output<typeof allFilesForecast>

export const importDetail = z.object({
  job: importJob,
  /** What the clerk set herself; null where the program's reading stands. */
  settings: z.object({ kind: kind.nullable(), district: z.string().nullable(), statusDate: z.string().nullable() }),
  /** What the program read. */
  found: z.object({ district: z.string().nullable(), statusDate: z.string().nullable() }),
  districts: z.array(z.object({ code: z.string(), name: z.string() })),
  /** Whether files like this one are to be read like it from now on. */
  isRemembered: z.boolean(),
  sheets: z.array(sheetSummary),
  notices: z.array(z.object({ code: z.enum(noticeCodes), message: z.string() })),
  result: z.object({
    rows: rowCounts,
    records: z.object({ new: count, changed: count }),
    seconds: z.number(),
    effect: z.array(indicatorEffect),
  }).nullable(),
  /** What a commit would do to the leader's indicators; null until that is known. */
  forecast: z.array(indicatorEffect).nullable(),
})
export type ImportDetail = z.output<typeof importDetail>

export const sheetRequest = z.object({ job: importJobId, sheet: sheetIndex, from: z.int().positive().optional(), to: z.int().positive().optional() })

export const previewRow = z.object({
  row: z.int().positive(),
  cells: z.array(z.string()),
  role: z.enum(['title', 'header', 'data', 'skipped', 'blank', 'outside']),
  skipped: z.enum(skipCodes).nullable(),
  verdict: rowVerdict.nullable(),
  /** Letter of the cell that is wrong or doubtful. */
  marked: z.string().nullable(),
})
export type PreviewRow = z.output<typeof previewRow>

export const sheetPreview = z.object({
  /** First and last rows, or the rows asked for. */
  rows: z.array(previewRow),
  merges: z.array(z.object({ top: z.int(), bottom: z.int(), left: z.int(), right: z.int() })),
  width: count,
  /** Columns beyond those shown. */
  hiddenColumns: count,
})
export type SheetPreview = z.output<typeof sheetPreview>

export const sheetColumns = z.object({
  columns: z.array(z.object({
    column: z.string(), header: z.string(), samples: z.array(z.string()),
    field: z.string().nullable(), fieldLabel: z.string().nullable(), isRequired: z.boolean(),
  })),
  /** Fields that a column of this kind can hold, required ones first. */
  fields: z.array(z.object({ field: z.string(), label: z.string(), isRequired: z.boolean() })),
  missing: z.array(z.string()),
})
export type SheetColumns = z.output<typeof sheetColumns>

export const rowFilter = z.object({ verdict: rowVerdict.optional(), code: z.string().max(60).optional() })
export const longestRowPage = 500

export const rowsRequest = z
  .object({ job: importJobId, filter: rowFilter.default({}), from: count, to: count })
  .refine(({ from, to }) => to >= from && to - from <= longestRowPage, { path: ['to'] })

export const importRow = z.object({
  /** Place among all rows of the file. */
  index: count,
  sheet: sheetIndex,
  sheetName: z.string().nullable(),
  row: z.int().positive(),
  verdict: rowVerdict,
  key: z.string(),
  title: z.string(),
  /** Cell that the row's fault or first repair is about, like "C11". */
  cell: z.string().nullable(),
  message: z.string().nullable(),
  /** `canKeep`: the clerk may leave the field as the register has it. */
  changes: z.array(z.object({ field: z.string(), label: z.string(), from: z.string(), to: z.string(), canKeep: z.boolean() })),
  repairs: z.array(z.object({ cell: z.string(), from: z.string(), to: z.string(), code: z.enum(repairCodes) })),
  notices: z.array(z.string()),
  /** What stands in the cell that keeps the row out, and over it. */
  wrong: z.object({ heading: z.string(), value: z.string() }).nullable(),
  /** Changes that the clerk did not take in this row. */
  kept: z.array(z.object({ label: z.string(), from: z.string(), to: z.string() })),
  /** What the clerk wrote in place of cells. */
  corrections: z.array(z.object({ cell: z.string(), from: z.string(), to: z.string() })),
})
export type ImportRow = z.output<typeof importRow>

export const rowPage = z.object({ total: count, rows: z.array(importRow), codes: z.array(z.object({ code: z.string(), verdict: rowVerdict, label: z.string(), count })) })
export type RowPage = z.output<typeof rowPage>

export const question = z.object({ questionId: z.string(), /** Among all judged rows. */ place: count, cell: z.string(), sheetName: z.string().nullable(), row: z.int(), value: z.string(), choices: z.array(z.string()), answer: z.string().nullable().optional() })

export const questionGroup = z.object({
  group: z.string(),
  code: z.string(),
  field: z.string(),
  heading: z.string(),
  total: count,
  open: count,
  /** How many choices each question of the group has. */
  choiceCount: count,
  /** The first open question, else the first. */
  first: question,
})
export type QuestionGroup = z.output<typeof questionGroup>

export const answerRequest = z.object({
  job: importJobId,
  group: z.string().max(200),
  /** All alike when left out. */
  questionId: z.string().max(64).optional(),
  /** Index of the reading, a text of the clerk's own, or null: leave the row out. */
  answer: z.union([z.object({ choice: z.int().nonnegative() }), z.object({ text: z.string().min(1).max(2_000) }), z.null()]),
})

/** A text in place of the cell that keeps a row out; `index` is the row's place among all of the file. */
export const correctionRequest = z.object({ job: importJobId, index: count, text: z.string().trim().min(1).max(2_000) })

/** Leaves a field as the register has it, against this row or all rows of its sheet. */
export const keepRequest = z.object({ job: importJobId, index: count, field: z.string().max(60), isForAll: z.boolean() })

export const settingsRequest = z.object({
  job: importJobId,
  kind: kind.nullable().optional(),
  district: z.string().max(12).nullable().optional(),
  statusDate: z.iso.date().nullable().optional(),
})

export const sheetSettingsRequest = z.object({
  job: importJobId,
  sheet: sheetIndex,
  kind: kind.nullable().optional(),
  headerRows: z.array(z.int().positive()).max(8).nullable().optional(),
  /** Field for a column; a null field frees the column. */
  column: z.object({ column: z.string().max(3), field: z.string().max(80).nullable() }).optional(),
  isIncluded: z.boolean().optional(),
})

export const batch = z.object({
  batch: z.int(), file: z.string(), kind: z.string(), at: z.number(), operator: z.string(), state: z.enum(['active', 'undone']), undoneAt: z.number().nullable(),
  rows: rowCounts.partial().nullable(), records: z.object({ new: count, changed: count }).nullable(),
  /** The batch whose returned file this one was taken from. */
  corrects: z.int().nullable(),
})
export type ImportBatch = z.output<typeof batch>

/** What went back to the sender: rows that did not come in, cells marked, and how the workbook was made. */
export const returned = z.object({
  rows: z.object({ accepted: count, rejected: count, review: count }), cells: count, how: z.enum(['patched', 'copied', 'excerpt']),
})

export const undoPreview = z.object({
  batch: z.int(),
  removed: count, reverted: count, kept: count,
  /** The first of each, for looking at. */
  removedKeys: z.array(z.object({ kind: z.string(), key: z.string(), title: z.string() })),
  revertedKeys: z.array(z.object({ kind: z.string(), key: z.string(), title: z.string() })),
  keptKeys: z.array(z.object({ kind: z.string(), key: z.string(), title: z.string(), why: z.enum(['other_batch', 'hand_edit', 'attachment', 'note', 'reverted']) })),
})
export type UndoPreview = z.output<typeof undoPreview>
