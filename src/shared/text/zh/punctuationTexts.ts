/** What stands between words and sentences that are put together. */
export const punctuationTexts = {
  'punctuation.list': '、',
  'punctuation.clause': '，',
  'punctuation.part': '；',
  'punctuation.sentence': '。',
  /** Between two whole sentences. */
  'punctuation.next': '',
  'punctuation.colon': '：',
} as const
