import type { Spoken } from '../paper'
import type * as zh from '../zh/collectionTexts'

export const collectionTexts = {
  'collection.out': 'a file name ending in .xlsx',
  'collection.done': 'Wrote “{file}”: collection form for {kind}, {columns} columns',
  'collection.make': 'Make a collection form',
  'collection.makeHint': 'An empty table for districts, with drop-downs, checks and an example; it imports directly when it comes back. The form is in Chinese',
  'collection.kind': 'To collect',
  'collection.for': 'For district',
  'collection.any': 'Any district',
  'collection.save': 'Save as…',
} as const satisfies Spoken<typeof zh.collectionTexts>
