import type { Spoken } from '../paper'
import type * as zh from '../zh/returnTexts'

export const returnTexts = {
  'return.done': 'Correction saved to “{file}”: {cells} places marked, {rejected} rows rejected, {review} to confirm',
  'return.all': 'Give back all, {files}…',
  'return.allDone': '{files} corrections saved to “{folder}”: {cells} places marked, {rejected} rows rejected, {review} to confirm',
  'return.done.patched': 'Nothing else in the original was touched',
  'return.done.copied': 'The original is not .xlsx or has a password; written anew from what was read, without its formats',
  'return.done.excerpt': 'The original is too large; only headings and rows to correct are kept',
  'return.out': 'a file name ending in .xlsx or .xlsm',
  'return.macros': 'The original has macros; the file name must end in .xlsm for Excel to open it',
} as const satisfies Spoken<typeof zh.returnTexts>
