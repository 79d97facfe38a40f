import type { Spoken } from '../paper'
import type * as zh from '../zh/conditionTexts'

export const conditionTexts = {
  'condition.label': 'Check of the register',
  'condition.never': 'Not checked wholly yet. Every backup is proved entry by entry before it is kept',
  'condition.sound': 'Last checked wholly {at}, no damage found',
  'condition.run': 'Check now',
  'condition.done': 'Checked wholly, no damage found',
  'condition.damaged': 'Damage found: {problem}',
  'condition.notice': 'The register is damaged ({problem}): it can be read, not changed. Restore a backup, or salvage the records that can be read',
  'condition.open': 'See to it',
  'condition.mark': 'Register damaged',
  'readOnly.notice': 'The register lies where nothing can be written: it can be read, not changed. To change it, copy it with the folder “.files” beside it to a place that can be written, and open the copy',
  'readOnly.mark': 'Read only',
  'readOnly.hint': 'The register lies where nothing can be written; it is only read',
  'error.file_not_writable.register': 'The register “{path}” lies where nothing can be written (a disc, a locked stick, a folder without the right to write): it can be read, not changed. Copy it with the folder “.files” beside it to a place that can be written, and open the copy',
  'error.register_unavailable.moved': 'The register {path} was moved away or another one put in its place; this change was not written. Put it back, then open it again',
  'error.file_not_writable.temporary': 'Nothing can be written to the system’s folder for temporary files, {path}. See that it is there and may be written to, then try again',
  'job.check': 'Checking the register',
  'unopened.why': '“{file}” was not opened: {why}',
  'unopened.retry': 'Open again',
} as const satisfies Spoken<typeof zh.conditionTexts>
