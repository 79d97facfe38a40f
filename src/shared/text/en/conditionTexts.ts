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
  'job.check': 'Checking the register',
  'unopened.why': '“{file}” was not opened: {why}',
  'unopened.retry': 'Open again',
} as const satisfies Spoken<typeof zh.conditionTexts>
