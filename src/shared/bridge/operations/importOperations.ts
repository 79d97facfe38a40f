import { z } from 'zod'
import { filePath } from '../filePath'
import {
  allFilesForecast, answerRequest, batch, correctionRequest, importDetail, importJob, importJobId, keepRequest, questionGroup, rememberedLayout, returned, rowPage, rowsRequest, settingsRequest, sheetColumns, sheetPreview, sheetRequest, sheetSettingsRequest, undoPreview,
} from '../imports'
import { importKinds } from '../../domain/catalogue/headings'
import { nothing, operation } from '../operation'

const ofJob = z.object({ job: importJobId })
const ofBatch = z.object({ batch: z.int().positive() })
const jobs = z.object({ jobs: z.array(importJob) })

/** Files in: recognition, judging, questions, commit, batches and their undo. */
export const importOperations = {
  /** Queues files, and the tables in folders; each is read and judged in turn, nothing is written. */
  'imports.open': operation(z.object({ files: z.array(filePath).min(1).max(200) }), jobs),
  /** What was said so far about each file that is not in the register yet, for a start after the program was cut short. */
  'imports.words': operation(nothing, z.object({ words: z.array(z.object({ job: importJobId, words: z.string() })) })),
  /** Opens a file with what was said about it before; of another content that is passed over. */
  'imports.openAgain': operation(z.object({ file: filePath, words: z.string().nullable() }), jobs),
  /** The bundled samples, in the order in which they belong into a register. */
  'imports.openSamples': operation(nothing, jobs),
  'imports.jobs': operation(nothing, jobs),
  /** Null while it is not known, or fewer than two files are ready. */
  'imports.forecast': operation(nothing, z.object({ forecast: allFilesForecast.nullable() })),
  'imports.detail': operation(ofJob, importDetail),
  'imports.sheet': operation(sheetRequest, sheetPreview),
  'imports.columns': operation(z.object({ job: importJobId, sheet: z.int().nonnegative() }), sheetColumns),
  'imports.rows': operation(rowsRequest, rowPage),
  /** Place, among all judged rows, of the next one that waits for the clerk; null when there is none. */
  'imports.nextDoubt': operation(z.object({ job: importJobId, after: z.int() }), z.object({ place: z.int().nullable() })),
  'imports.questions': operation(ofJob, z.object({ groups: z.array(questionGroup) })),
  'imports.answer': operation(answerRequest, z.object({ answered: z.int() })),
  /** Writes a cell anew in place of the one that is wrong or doubtful; the row is judged again. */
  'imports.correct': operation(correctionRequest, nothing),
  /** Does not take a change of a row, or of all alike. */
  'imports.keep': operation(keepRequest, nothing),
  /** Takes the last answer, correction or refusal of a change back. */
  'imports.takeBackAnswer': operation(ofJob, z.object({ taken: z.int().nonnegative() })),
  'imports.setFile': operation(settingsRequest, nothing),
  'imports.setSheet': operation(sheetSettingsRequest, nothing),
  /** Reads files like this one as it was read, from its commit on; or no longer. */
  'imports.remember': operation(ofJob.extend({ isOn: z.boolean() }), nothing),
  /** Layouts that are remembered, newest first. */
  'imports.layouts': operation(nothing, z.object({ layouts: z.array(rememberedLayout) })),
  'imports.forgetLayout': operation(z.object({ id: z.string().max(24) }), nothing),
  /** The password is used for this file only; it is neither kept with the register nor logged. */
  'imports.unlock': operation(z.object({ job: importJobId, password: z.string().min(1).max(255) }), nothing),
  'imports.commit': operation(z.object({ jobs: z.array(importJobId).min(1).max(200) }), nothing),
  'imports.cancel': operation(ofJob, z.object({ wasRunning: z.boolean() })),
  'imports.close': operation(z.object({ jobs: z.array(importJobId).max(200) }), nothing),
  /** Districts that a form can be made for, in the official order. */
  'imports.templateDistricts': operation(nothing, z.object({ districts: z.array(z.object({ code: z.string(), name: z.string() })) })),
  /** Writes a form to be filled in; a null district is any. */
  'imports.template': operation(z.object({ kind: z.enum(importKinds), district: z.string().max(12).nullable(), file: filePath }), z.object({ columns: z.int().positive() })),
  /** Writes the workbook that goes back to the sender: of an open file, or of a batch. */
  'imports.return': operation(z.object({ of: z.union([ofJob, ofBatch]), file: filePath }), returned),
  /** The same of every file that has rows to give back, into a folder; what is there already stays. */
  'imports.returnAll': operation(z.object({ jobs: z.array(importJobId).min(1).max(200), folder: filePath }), returned.pick({ rows: true, cells: true }).extend({ files: z.int().nonnegative() })),
  'imports.batches': operation(nothing, z.object({ batches: z.array(batch) })),
  'imports.undoPreview': operation(ofBatch, undoPreview),
  /** Stops an undo that is being written; the batch stays. */
  'imports.cancelUndo': operation(ofBatch, z.object({ wasRunning: z.boolean() })),
  'imports.undo': operation(ofBatch, undoPreview.pick({ removed: true, reverted: true, kept: true })),
  /** Opens the kept original of a batch again, as a new file to import. */
  'imports.again': operation(ofBatch, z.object({ job: importJob })),
  /** The kept original of a batch, to look at: the file that is open already, or opened again. */
  'imports.original': operation(ofBatch, z.object({ job: importJob })),
} as const
