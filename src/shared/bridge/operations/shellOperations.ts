import { z } from 'zod'
import { filePath } from '../filePath'
import { languages } from '../../domain/language'
import { attachmentRequest } from '../attachments'
import { placeWarnings } from '../../domain/places/registerPlace'
import { nothing, operation } from '../operation'
import { fontShortage, reportChoice } from '../reports'


/** A PNG as a data URL; what is drawn in a window is far smaller. */
const picture = z.string().startsWith('data:image/png;base64,').max(40_000_000)

export const themes = ['system', 'light', 'dark'] as const
export const zoomSteps = [80, 90, 100, 110, 125, 150, 175, 200] as const

/** What a clerk can choose: a language, or that of the system. */
export const languageChoices = ['system', ...languages] as const

/** How this computer shows the window; nothing of it belongs to the register. */
export const preferences = z.object({
  theme: z.enum(themes),
  zoomPercent: z.int().min(80).max(200),
  language: z.enum(languageChoices),
})
export type Preferences = z.output<typeof preferences>

export const unfinishedWork = z.object({
  /** Text key of the job's name. */
  name: z.string(),
  /** What was worked on, as the clerk knows it: a file name. */
  subject: z.string().nullable(),
  /** Of a file that was judged and waited for the clerk: where it lies. */
  path: z.string().optional(),
  /** Whether what she had said about it is there. */
  isAnswered: z.boolean().optional(),
})
export type UnfinishedWork = z.output<typeof unfinishedWork>

/** What only the main process can do: dialogs, other programs, the window itself. */
export const shellOperations = {
  /** Lets the clerk name a register to make, or choose one to open, or a backup; null when she closed the dialog. */
  'shell.chooseRegister': operation(z.object({ create: z.boolean(), backup: z.boolean().default(false) }), z.object({ file: z.string().nullable() })),
  'shell.chooseFolder': operation(nothing, z.object({ folder: z.string().nullable() })),
  /** Tables to take in; empty when she closed the dialog. */
  'shell.chooseTables': operation(nothing, z.object({ files: z.array(z.string()) })),
  /** Asks where to put a workbook or, by the ending of the proposed name, a PDF. */
  'shell.saveWorkbook': operation(z.object({ name: z.string().min(1).max(200) }), z.object({ file: z.string().nullable() })),
  /** Asks where to put a picture, and puts it there; null when she closed the dialog. */
  'shell.savePicture': operation(z.object({ name: z.string().min(1).max(200), png: picture }), z.object({ file: z.string().nullable() })),
  /** Puts a picture on the clipboard, for a document or a slide. */
  'shell.copyPicture': operation(z.object({ png: picture }), nothing),
  /** Opens a table or PDF in the system's program for it; anything else is refused. */
  'shell.openTable': operation(z.object({ file: filePath }), nothing),
  /** Shows a form as the PDF that it prints, in a window of its own; `name` is what its file would be called. */
  'shell.previewPrint': operation(reportChoice.extend({ name: z.string().min(1).max(200) }), z.object({ pdf: fontShortage.nullable() })),
  /** Shows the recovery sheet of what was begun last as the PDF that it prints. */
  'shell.previewSheet': operation(z.object({ name: z.string().min(1).max(200) }), nothing),
  /** Opens a copy of an attachment in the system's program for it, after asking; `isOpened` is false when she said no. */
  'shell.openAttachment': operation(attachmentRequest, z.object({ isOpened: z.boolean() })),
  /** Asks where to put a copy of an attachment, and puts it there; null when she closed the dialog. */
  'shell.saveAttachment': operation(attachmentRequest, z.object({ file: z.string().nullable() })),
  'shell.showInFolder': operation(z.object({ file: filePath }), nothing),
  /** Copies or pastes where the focus is, as the keys do. */
  'shell.copy': operation(nothing, nothing),
  'shell.paste': operation(nothing, nothing),
  /** The first page has its contents: now the window is worth showing. */
  'shell.drawn': operation(nothing, nothing),
  /** What was under way when the program was last cut short, until that has been read. */
  'shell.unfinished': operation(nothing, z.object({ work: z.array(unfinishedWork) })),
  'shell.dismissUnfinished': operation(nothing, nothing),
  /** Takes in again the files that were judged when the program was cut short, with what was said about them. */
  'shell.openUnfinished': operation(nothing, nothing),
  /** What goes to whoever maintains the program, to be read; saving puts the very text shown last where she chooses. */
  'shell.diagnosis': operation(nothing, z.object({ text: z.string() })),
  'shell.saveDiagnosis': operation(nothing, z.object({ file: z.string().nullable() })),
  /** Where a new register would lie if the clerk says nothing else. */
  'shell.places': operation(nothing, z.object({ registerFile: z.string(), backupFolder: z.string().nullable() })),
  /** What is to be known of a place before a register is put there. */
  'shell.lookAtPlace': operation(z.object({ file: filePath }), z.object({ warning: z.enum(placeWarnings).nullable() })),
  'shell.preferences': operation(nothing, preferences),
  'shell.setPreferences': operation(preferences.partial(), preferences),
} as const
