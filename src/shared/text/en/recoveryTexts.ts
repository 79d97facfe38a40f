import type { Spoken } from '../paper'
import type * as zh from '../zh/recoveryTexts'

export const recoveryTexts = {
  'recovery.windowReturned': 'The window failed and was opened again. Everything entered is there; look again at the cell you were filling',
  'recovery.cutShort': 'Last time the program stopped suddenly in the middle of this: {work}. The register holds nothing half written; look, and do again what is missing',
  'recovery.waiting': 'The program stopped suddenly; {count} {count|file|files} had been checked and not committed: {files}. Read again, they are checked again',
  'recovery.waitingAnswered': 'The program stopped suddenly; {count} {count|file|files} had been checked and not committed: {files}. Read again, they are checked again, with the answers and corrections given before',
  'recovery.openAgain': 'Read again',
  'recovery.windowKeepsDying': 'The window keeps failing and was closed. Everything entered is in the register. Start the program again; if it happens again, give the diagnosis to whoever maintains the program.',
  'recovery.mainFailed': 'The program met an unexpected error; the register was not affected. It is better to start the program again',
  'recovery.restart': 'Start again',
  'recovery.goOn': 'Go on',
  'diagnosis.title': 'Diagnosis',
  'diagnosis.hint': 'For whoever maintains the program when something went wrong. Read it before saving; what is saved is what you see',
  'diagnosis.show': 'Show the diagnosis',
  'diagnosis.lead': 'This and nothing else is saved: versions, numbers, codes and the log. No record, no name of a person or unit, no place of a file',
  'diagnosis.save': 'Save',
  'diagnosis.close': 'Close',
  'diagnosis.saved': 'Saved: {file}',
  'diagnosis.fileName': 'Biaozhi diagnosis.txt',
  'diagnosis.program': 'Program',
  'diagnosis.register': 'Register',
  'diagnosis.log': 'Log',
} as const satisfies Spoken<typeof zh.recoveryTexts>
