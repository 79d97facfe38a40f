import type { Spoken } from '../paper'
import type * as zh from '../zh/punctuationTexts'

export const punctuationTexts = {
  'punctuation.list': ', ',
  'punctuation.clause': ', ',
  'punctuation.part': '; ',
  'punctuation.sentence': '. ',
  'punctuation.next': ' ',
  'punctuation.colon': ': ',
} as const satisfies Spoken<typeof zh.punctuationTexts>
